namespace Cryptocardium.Ledger.Data;

// The last journal of a lane.
internal readonly record struct ChainHead(int Lane, long Sequence, byte[] Hash)
{
    public ExportedHead Exported => new(Lane, Sequence, Convert.ToHexStringLower(Hash));
}
