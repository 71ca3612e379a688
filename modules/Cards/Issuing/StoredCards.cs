using System.Text.Json;
using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// Finds the caller's cards, converts them to resources, and raises their events.
internal sealed class StoredCards(UnitOfWork unit, Call call, ILedger ledger)
{
    private static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "card_id" };

    /// <summary>Finds a card to read.</summary>
    public async ValueTask<Result<Domain.Card>> Find(string id)
    {
        var card = await unit.Select<Domain.Card>(call.Rows).Equal(nameof(Domain.Card.Id), id).FirstOrDefault();
        return card is null ? NotFound : card;
    }

    /// <summary>Finds a card and locks it until the commit.</summary>
    public async ValueTask<Result<Domain.Card>> Take(string id) =>
        await unit.LockCard(call.Rows, id) is null ? NotFound : await Find(id);

    /// <summary>Finds and locks a card; refuses a cancelled one with <c>conflict_state</c>.</summary>
    /// <param name="id">The card's id.</param>
    /// <param name="action">The end of the sentence "only an active or frozen card can".</param>
    public async ValueTask<Result<Domain.Card>> TakeUncancelled(string id, string action)
    {
        var taken = await Take(id);
        return taken.Error is null && taken.Value.Status == CardState.Cancelled
            ? CardConflict.Cancelled($"an active or frozen card can {action}")
            : taken;
    }

    public async ValueTask<V1.Card> Show(Domain.Card card) => (await Show([card]))[0];

    /// <summary>Converts cards to resources, with their balances and parts as of one moment.</summary>
    public async ValueTask<IReadOnlyList<V1.Card>> Show(IReadOnlyList<Domain.Card> cards)
    {
        var parts = await Parts(cards);
        var balances = await ledger.Balances([.. cards.SelectMany(card => new[] { card.Available(), card.Held() })]);
        return [.. cards.Select((card, index) => CardView.Show(card, parts[index], balances[2 * index], balances[2 * index + 1]))];
    }

    public ValueTask<Usd> TreasuryBalance(Domain.Card card) => ledger.Balance(card.Treasury());

    public void Raise(EventType type, V1.Card card) => Raise(type, call.Account, card);

    /// <summary>Raises an event for an account other than the caller's, as jobs do.</summary>
    public void Raise(EventType type, AccountId account, V1.Card card, byte[]? details = null) => unit.Raise(
        type, account, ModeText.Parse(card.Mode), card.Id, JsonSerializer.SerializeToUtf8Bytes(card, V1Json.Wire.Card), card.Id, details);

    /// <summary>Raises the event of a load.</summary>
    public void RaiseLoaded(V1.Card card, Usd amount, LoadedMoney load) =>
        Raise(EventTypes.CardLoaded, call.Account, card, Details(new() { AmountUsd = amount, RailFeeUsd = load.Fee, JournalId = load.JournalId }));

    /// <summary>Raises the event of an unload, for any account.</summary>
    public void RaiseUnloaded(AccountId account, V1.Card card, UnloadedMoney unload) =>
        Raise(EventTypes.CardUnloaded, account, card, Details(new() { AmountUsd = unload.Amount, JournalId = unload.JournalId }));

    private static byte[] Details(CardEventLoad load) => [.. "{\"load\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(load, V1Json.Wire.CardEventLoad), (byte)'}'];

    private async ValueTask<IReadOnlyList<CardParts>> Parts(IReadOnlyList<Domain.Card> cards)
    {
        var ids = cards.Select(card => card.Id).ToArray();
        var controls = await Rows<ControlRow>(ids);
        var tokens = await Rows<Domain.WalletToken>(cards.Where(card => card.Wallets.Length > 0).Select(card => card.Id));
        var shipments = await Rows<Domain.Shipment>(cards.Where(card => card.Type == Domain.CardType.Physical).Select(card => card.Id));
        return
        [
            .. ids.Select(id => new CardParts(
                shipments.Find(row => row.CardId == id),
                controls.Find(row => row.CardId == id)?.Controls() ?? CardControls.None,
                tokens.FindAll(row => row.CardId == id))),
        ];
    }

    // The rows of the cards' parts; the cards were found with the caller's filter.
    private async ValueTask<List<T>> Rows<T>(IEnumerable<string> cards)
        where T : class => cards.ToArray() switch
        {
            [] => [],
            [var card] => await unit.SelectAll<T>().Equal(nameof(ControlRow.CardId), card).ToList(),
            var ids => await unit.SelectAll<T>().OneOf(nameof(ControlRow.CardId), ids).ToList(),
        };
}
