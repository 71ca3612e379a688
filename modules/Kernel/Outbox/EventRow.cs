using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Outbox;

// A row of the outbox, inserted in the commit of its cause and never changed.
internal sealed class EventRow : IOwnedInOptionalMode
{
    public long No { get; set; }

    public required string Id { get; set; }

    public required string Type { get; set; }

    public AccountId AccountId { get; set; }

    public Mode? Mode { get; set; }

    public required string RequestId { get; set; }

    public required string SubjectId { get; set; }

    public string? CardId { get; set; }

    public long Sequence { get; set; }

    public required byte[] Resource { get; set; }

    public byte[]? Details { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
