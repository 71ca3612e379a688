namespace Cryptocardium.Cards.Domain;

// The way of a physical card to its holder.
internal sealed class Shipment
{
    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int EarliestDays = 5;

    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int LatestDays = 9;

    public const string Pending = "pending";

    public required string Id { get; init; }

    public required string CardId { get; init; }

    public required string Name { get; init; }

    public required string Line1 { get; init; }

    public string? Line2 { get; init; }

    public required string City { get; init; }

    public string? State { get; init; }

    public required string PostalCode { get; init; }

    public required string Country { get; init; }

    public string? PhoneNumber { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset EarliestDeliveryAt { get; init; }

    public required DateTimeOffset LatestDeliveryAt { get; init; }
}
