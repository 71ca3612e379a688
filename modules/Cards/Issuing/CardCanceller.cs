using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Retires a card for ever: what it can spend goes back to the treasury, and so does whatever its holds release later.
internal sealed class CardCanceller(UnitOfWork unit, StoredCards desk, CardMoney money, IssuerOrders orders)
{
    /// <param name="card">The card, locked and not cancelled.</param>
    /// <param name="reason">Why.</param>
    public async ValueTask<V1.Card> Cancel(Card card, string reason)
    {
        if (await money.Empty(card))
        {
            desk.Raise(EventTypes.CardUnloaded, card.AccountId, await desk.Show(card));
        }

        card.Cancel(reason, unit.Now);
        await orders.Cancel(card);
        await unit.EndControls(card.Id);
        var shown = await desk.Show(card);
        desk.Raise(EventTypes.CardCancelled, card.AccountId, shown);
        return shown;
    }
}
