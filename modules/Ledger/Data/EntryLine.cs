using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An entry as it is read for its customer. Times are in Unix milliseconds.
internal readonly record struct EntryLine(
    long No, VisibleAccount Account, Usd Amount, Usd BalanceAfter, long AccountSeq, long PostedAt, string Kind, long EffectiveAt)
{
    public EntryPoint Point => new(PostedAt, Account.No, AccountSeq);

    public long JournalNo => No / JournalNumber.LinesPerJournal;

    /// <summary>The growth of the balance.</summary>
    public Usd Growth => Account.IsDebit ? -Amount : Amount;
}
