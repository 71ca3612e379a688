using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// The values of an entry that the hash covers. Code and owner of the ledger account are included, so that renaming or exchanging an account,
// or giving it to another owner, breaks the hash.
internal readonly record struct HashedLine(
    long No, long AccountNo, string Code, string Owner, Usd Amount, Usd BalanceAfter, long AccountSeq)
{
    public static HashedLine Of(long number, PostedLine line) => new(
        number, line.AccountNo, line.Code, line.Line.Account.Owner.Value ?? "", line.Line.Amount, line.BalanceAfter, line.AccountSeq);
}
