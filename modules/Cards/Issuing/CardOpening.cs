using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// Gives a new card the number of the inert card that was made for this call, and has the issuer open it.
internal sealed class CardOpening(Vault vault, IssuerOrders orders, Prepared<InertCard> prepared)
{
    /// <returns>The inert card; a refusal when the preparation made none, or one for another book.</returns>
    public Result<InertCard> Take(Mode mode) => prepared.Found is { } inert && inert.Mode == mode ? inert : InertCard.Missing;

    public async ValueTask Open(Card card, InertCard inert)
    {
        await vault.Put(card.Id, inert.Pan);
        await orders.Open(card, inert.Reference);
    }

    public async ValueTask Replace(Card old, Card by, InertCard inert)
    {
        await vault.Put(by.Id, inert.Pan);
        await orders.Replace(old, by, inert.Reference);
    }
}
