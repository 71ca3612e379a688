namespace Cryptocardium.Cards.Domain;

// The way of a physical card to its holder: pending, shipped, delivered. It can fail until it is delivered.
internal sealed class Shipment
{
    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int EarliestDays = 5;

    /// <summary>Days after the issue; product documentation, "Cards".</summary>
    public const int LatestDays = 9;

    /// <summary>Days that the card takes to be made.</summary>
    public const int PreparationDays = 1;

    public const string Pending = "pending";
    public const string Shipped = "shipped";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    /// <summary>Its card was cancelled before it was sent.</summary>
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

    /// <summary>When the simulated carrier moves it next; null when it goes no further.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>When the simulated carrier will deliver it.</summary>
    public required DateTimeOffset ArrivesAt { get; init; }

    public string? TrackingNumber { get; private set; }

    public DateTimeOffset? ShippedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The station after this one; null when there is none.</summary>
    public string? Next => Status switch
    {
        Pending => Shipped,
        Shipped => Delivered,
        _ => null,
    };

    /// <summary>Whether a terminal may have the card by now.</summary>
    public bool HasLeft => ShippedAt is not null;

    /// <summary>Puts it on the carrier's list.</summary>
    public void Schedule(DateTimeOffset shipAt) => NextStepAt = shipAt;

    /// <returns>Whether the station can follow; if not, nothing changed.</returns>
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
