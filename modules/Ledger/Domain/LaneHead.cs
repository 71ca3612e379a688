namespace Cryptocardium.Ledger.Domain;

// The chain head of the lane of a writer, cached per connection. It is read again when the number of rollbacks has changed.
internal sealed class LaneHead
{
    public int Rollbacks { get; set; } = -1;

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = [];
}
