namespace Cryptocardium.Ledger.Verify;

// An entry on the walk along its account.
internal readonly record struct ScannedEntry(long AccountNo, long PostedAt, long AccountSeq, long No, long Amount, long BalanceAfter);
