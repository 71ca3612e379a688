namespace Cryptocardium.Ledger.Data;

// What moving an account has made of it; balance in micro-dollars, time in Unix milliseconds.
internal sealed record MovedAccount(long No, long Balance, long Seq, long MovedAt);
