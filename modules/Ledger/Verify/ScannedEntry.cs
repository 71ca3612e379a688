namespace Cryptocardium.Ledger.Verify;

// An entry in the scan of its ledger account.
internal readonly record struct ScannedEntry(long AccountNo, long PostedAt, long AccountSeq, long No, long Amount, long BalanceAfter);
