using System.Globalization;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Shipping;

// Finds the shipment of a card, and moves it as the simulated carrier does.
internal sealed class StoredShipments(UnitOfWork unit, IdSource random, StoredCards cards)
{
    private const int TrackingDigits = 10;

    private static readonly Error NotShipped = new(Errors.ResourceNotFound) { Param = "card_id", Message = "The card is not shipped anywhere." };

    public async ValueTask<Result<(Card Card, Shipment Shipment)>> Find(string card) => await Of(await cards.Find(card));

    /// <summary>Finds a shipment and locks its card.</summary>
    public async ValueTask<Result<(Card Card, Shipment Shipment)>> Take(string card) => await Of(await cards.Take(card));

    /// <returns>Whether the shipment could take that status.</returns>
    public bool Move(Shipment shipment, string status) => shipment.Move(status, DrawTrackingNumber(), unit.Now);

    private async ValueTask<Result<(Card Card, Shipment Shipment)>> Of(Result<Card> card)
    {
        if (card.Refused(out var refusal))
        {
            return refusal;
        }

        var shipment = await unit.SelectAll<Shipment>().Equal(nameof(Shipment.CardId), card.Value.Id).FirstOrDefault();
        return shipment is null ? NotShipped : (card.Value, shipment);
    }

    private string DrawTrackingNumber()
    {
        var digits = Enumerable.Range(0, TrackingDigits).Select(_ => random.Below(10).ToString(CultureInfo.InvariantCulture));
        return "SP" + string.Concat(digits);
    }
}
