namespace Cryptocardium.Ledger.Data;

// The last verified journal of a lane, and the number and text of the fault after it.
internal sealed record VerifiedLane(int Lane, long Sequence, byte[] Hash, long? BadNo, string? Fault);
