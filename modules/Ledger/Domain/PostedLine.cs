using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// A line with what the database made of it: the account's number, its balance after and its place in the account's sequence.
internal readonly record struct PostedLine(string Code, Usd Amount, Usd Growth, long AccountNo, Usd BalanceAfter, long AccountSeq);
