namespace Cryptocardium.Ledger.Domain;

// The end of the chain that a writer extends, kept beside its connection. Undos tells when to read it again.
internal sealed class LaneHead
{
    public int Undos { get; set; } = -1;

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = [];
}
