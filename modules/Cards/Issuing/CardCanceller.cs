using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Cancels cards. The available balance returns to the treasury, and so does money that its holds release later.
internal sealed class CardCanceller(UnitOfWork unit, StoredCards cards, CardMoney money, IssuerOrders orders)
{
    /// <param name="card">The locked card, not cancelled.</param>
    /// <param name="reason">The reason for the cancellation.</param>
    public async ValueTask<V1.Card> Cancel(Card card, string reason)
    {
        if (await money.Empty(card) is { } unload)
        {
            cards.RaiseUnloaded(card.AccountId, await cards.Show(card), unload);
        }

        card.Cancel(reason, unit.Now);
        await orders.Cancel(card);
        await unit.EndControls(card.Id);
        var shown = await cards.Show(card);
        cards.Raise(EventTypes.CardCancelled, card.AccountId, shown);
        return shown;
    }
}
