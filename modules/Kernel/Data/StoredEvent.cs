namespace Cryptocardium.Kernel.Data;

// An event in the outbox: written in the commit that made it true, delivered by whoever reads the outbox later.
internal sealed class StoredEvent : IOwned
{
    public long No { get; set; }

    public required string Id { get; set; }

    public required string Type { get; set; }

    public AccountId AccountId { get; set; }

    public Mode? Mode { get; set; }

    public required string RequestId { get; set; }

    public required byte[] Resource { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
