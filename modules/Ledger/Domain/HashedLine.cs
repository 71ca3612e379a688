using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// What the hash covers of an entry. The account's code and owner belong to it, so that an account cannot be renamed, given to
// somebody else or exchanged for another without the journals saying so.
internal readonly record struct HashedLine(
    long No, long AccountNo, string Code, string Owner, Usd Amount, Usd BalanceAfter, long AccountSeq)
{
    public static HashedLine Of(long number, PostedLine line) => new(
        number, line.AccountNo, line.Code, line.Line.Account.Owner.Value ?? "", line.Line.Amount, line.BalanceAfter, line.AccountSeq);
}
