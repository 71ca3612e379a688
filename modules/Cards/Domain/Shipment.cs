namespace Cryptocardium.Cards.Domain;

// The shipment of a physical card: pending, shipped, delivered. It can fail before its delivery.
internal sealed class Shipment
{
    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int EarliestDays = 5;

    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int LatestDays = 9;

    /// <summary>The days from the issue to the pickup by the carrier.</summary>
    public const int PreparationDays = 1;

    public const string Pending = "pending";
    public const string Shipped = "shipped";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    /// <summary>The card was cancelled before it was shipped.</summary>
    public const string Cancelled = "cancelled";

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

    public string Status { get; private set; } = Pending;

    public required DateTimeOffset EarliestDeliveryAt { get; init; }

    public required DateTimeOffset LatestDeliveryAt { get; init; }

    /// <summary>The time of the simulated carrier's next move; null at the end.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>The time at which the simulated carrier delivers.</summary>
    public required DateTimeOffset ArrivesAt { get; init; }

    public string? TrackingNumber { get; private set; }

    public DateTimeOffset? ShippedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The next status; null at the end.</summary>
    public string? Next => Status switch
    {
        Pending => Shipped,
        Shipped => Delivered,
        _ => null,
    };

    /// <summary>Whether the card was shipped, so that its holder may have it.</summary>
    public bool HasLeft => ShippedAt is not null;

    /// <summary>Schedules the pickup by the carrier.</summary>
    public void Schedule(DateTimeOffset shipAt) => NextStepAt = shipAt;

    /// <returns>Whether the status could follow; if not, nothing changed.</returns>
    public bool Move(string status, string trackingNumber, DateTimeOffset now)
    {
        if (Next is null || (status != Next && status is not (Failed or Cancelled)) || (status == Cancelled && HasLeft))
        {
            return false;
        }

        Status = status;
        UpdatedAt = now;
        if (status == Shipped)
        {
            ShippedAt = now;
            TrackingNumber = trackingNumber;
        }
        else if (status == Delivered)
        {
            DeliveredAt = now;
        }

        NextStepAt = status != Shipped ? null : ArrivesAt > now ? ArrivesAt : now;
        return true;
    }
}
