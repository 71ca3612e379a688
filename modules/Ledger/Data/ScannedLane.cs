namespace Cryptocardium.Ledger.Data;

// Where a walk has come to, and the fault noted before that it looked at again, by the number of its journal.
internal sealed record ScannedLane(VerifiedLane To, long? Again);
