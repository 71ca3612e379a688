namespace Cryptocardium.Ledger.Data;

// The last journal of a lane, and the last one that the verifier has checked. VerifiedAt is in Unix milliseconds.
internal readonly record struct ChainHead(int Lane, long Sequence, byte[] Hash, long VerifiedThrough, long? VerifiedAt);
