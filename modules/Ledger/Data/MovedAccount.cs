namespace Cryptocardium.Ledger.Data;

// A ledger account after an update of its balance. Balance is in micro-dollars, MovedAt in Unix milliseconds.
internal sealed record MovedAccount(long No, long Balance, long Seq, long MovedAt);
