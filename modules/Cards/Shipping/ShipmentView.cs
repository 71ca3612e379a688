using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Shipping;

// Converts a shipment to its resource, and to the card's shipping.
internal static class ShipmentView
{
    private const string Carrier = "Simulated Post";

    public static V1.Shipment Show(Domain.Card card, Domain.Shipment shipment) => new()
    {
        Id = shipment.Id,
        CreatedAt = card.CreatedAt,
        UpdatedAt = shipment.UpdatedAt,
        Mode = card.Mode.Text(),
        CardId = card.Id,
        Status = shipment.Status,
        Carrier = Carrier,
        TrackingNumber = shipment.TrackingNumber,
        Name = shipment.Name,
        Address = AddressOf(shipment),
        PhoneNumber = shipment.PhoneNumber,
        EarliestDeliveryAt = shipment.EarliestDeliveryAt,
        LatestDeliveryAt = shipment.LatestDeliveryAt,
        ShippedAt = shipment.ShippedAt,
        DeliveredAt = shipment.DeliveredAt,
    };

    public static V1.Shipping OnCard(Domain.Shipment shipment) => new()
    {
        Name = shipment.Name,
        Address = AddressOf(shipment),
        PhoneNumber = shipment.PhoneNumber,
        Status = shipment.Status,
        EarliestDeliveryAt = shipment.EarliestDeliveryAt,
        LatestDeliveryAt = shipment.LatestDeliveryAt,
    };

    private static Address AddressOf(Domain.Shipment shipment) => new()
    {
        Line1 = shipment.Line1,
        Line2 = shipment.Line2,
        City = shipment.City,
        State = shipment.State,
        PostalCode = shipment.PostalCode,
        Country = shipment.Country,
    };
}
