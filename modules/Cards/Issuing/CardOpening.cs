using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// Assigns the number of the inert card that the preparation made, and orders the issuer to open it.
internal sealed class CardOpening(Vault vault, IssuerOrders orders, Prepared<InertCard> prepared)
{
    /// <returns>The inert card; a refusal if the preparation made none, or one of another mode.</returns>
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
