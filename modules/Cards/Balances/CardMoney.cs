using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Contract;

namespace Cryptocardium.Cards.Balances;

// Moves money between the treasury and a card. The unit of work has locked the card.
internal sealed class CardMoney(ILedger ledger, IdSource ids, IssuerOrders orders, IFundingHint hint)
{
    private const string JournalPrefix = "jnl";

    private static readonly Usd SmallestUnload = Usd.FromCents(1);

    /// <returns>The load, or <c>insufficient_treasury_balance</c>.</returns>
    public async ValueTask<Result<LoadedMoney>> Load(Card card, Usd amount)
    {
        var fee = RailFee.Of(amount);
        var posting = await ledger.Post(new Journal(JournalTypes.CardLoad, $"load:{card.Id}:{ids.NewText(JournalPrefix)}", card.Mode, card.Id)
            .Debit(card.Treasury(), amount + fee)
            .Credit(card.Available(), amount)
            .Credit(Chart.RailFee(card.Mode), fee));
        if (posting.FellShort(out var missing))
        {
            return new Error(Errors.InsufficientTreasuryBalance)
            {
                Required = missing.Required,
                Available = missing.Available,
                Hint = hint.For(card.Mode),
            };
        }

        await orders.Load(card, amount);
        return new LoadedMoney(fee, posting.BalanceOf(card.Available()), posting.BalanceOf(card.Treasury()), posting.JournalId);
    }

    /// <param name="card">The card.</param>
    /// <param name="amount">The amount to take; null for all that is available.</param>
    /// <returns>The unload, or <c>insufficient_card_balance</c>, also when the card is empty.</returns>
    public async ValueTask<Result<UnloadedMoney>> Unload(Card card, Usd? amount)
    {
        var available = await ledger.Balance(card.Available());
        var taken = amount ?? available;
        if (taken < SmallestUnload || taken > available)
        {
            var required = taken < SmallestUnload ? SmallestUnload : taken;
            return new Error(Errors.InsufficientCardBalance) { Required = required, Available = available };
        }

        await orders.Unload(card, taken);
        return await Return(card, taken, JournalTypes.CardUnload);
    }

    /// <summary>Moves the balance of a card that is being cancelled to the treasury.</summary>
    /// <returns>The unload; null if the card had no balance.</returns>
    public async ValueTask<UnloadedMoney?> Empty(Card card)
    {
        var available = await ledger.Balance(card.Available());
        return available > Usd.Zero ? await Return(card, available, JournalTypes.CardCancel) : null;
    }

    /// <summary>Moves the available balance to the card's replacement. Held money stays on the old card.</summary>
    /// <returns>The available balance of the new card.</returns>
    public async ValueTask<Usd> MoveBalance(Card from, Card to)
    {
        var available = await ledger.Balance(from.Available());
        if (available == Usd.Zero)
        {
            return available;
        }

        var posting = await ledger.PostOrThrow(new Journal(JournalTypes.CardReplace, $"replace:{from.Id}", from.Mode, from.Id)
            .Debit(from.Available(), available)
            .Credit(to.Available(), available));
        return posting.BalanceOf(to.Available());
    }

    private async ValueTask<UnloadedMoney> Return(Card card, Usd amount, string type)
    {
        var posting = await ledger.PostOrThrow(new Journal(type, $"unload:{card.Id}:{ids.NewText(JournalPrefix)}", card.Mode, card.Id)
            .Debit(card.Available(), amount)
            .Credit(card.Treasury(), amount));
        return new UnloadedMoney(amount, posting.BalanceOf(card.Available()), posting.BalanceOf(card.Treasury()), posting.JournalId);
    }
}
