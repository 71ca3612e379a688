namespace Cryptocardium.Ledger.Domain;

// The end of the chain that a writer extends, kept beside its connection. Rollbacks tells when to read it again.
internal sealed class LaneHead
{
    public int Rollbacks { get; set; } = -1;

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = [];
}
