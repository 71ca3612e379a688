namespace Cryptocardium.Ledger.Data;

// The end of what is verified of a lane, and the journal at which it ends because of a fault.
internal sealed record VerifiedLane(int Lane, long Sequence, byte[] Hash, long? BadNo, string? Fault);
