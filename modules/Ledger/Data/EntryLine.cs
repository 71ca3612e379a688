using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An entry as it is read for its customer. Times are in Unix milliseconds.
internal readonly record struct EntryLine(
    long No, VisibleAccount Account, Usd Amount, Usd BalanceAfter, long AccountSeq, long PostedAt, string Type, long EffectiveAt, byte[] JournalHash,
    string? Source, Usd? Fee)
{
    public EntryPoint Point => new(PostedAt, Account.No, AccountSeq);

    public string Id => LedgerIds.Entry(JournalHash, PostedAt, JournalNumber.LineOf(No));

    public string JournalId => LedgerIds.Journal(JournalHash, PostedAt);

    /// <summary>The growth of the balance.</summary>
    public Usd Growth => Account.IsDebit ? -Amount : Amount;
}
