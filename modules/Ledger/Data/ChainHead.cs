namespace Cryptocardium.Ledger.Data;

// The end of one lane, and how far the verifier has come on it.
internal readonly record struct ChainHead(int Lane, long Sequence, byte[] Hash, long VerifiedThrough, long? VerifiedAt);
