using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// The row of a ledger account, and the state recomputed from its entries.
internal sealed class RecomputedAccount(UnverifiedAccount account, long balance, long accountSeq, long movedAt)
{
    private ScannedEntry last;

    public UnverifiedAccount Account => account;

    public bool IsAtFault { get; set; }

    /// <summary>The journal of the last applied entry; 0 before the first.</summary>
    public long LastJournal => last.No / JournalNumber.LinesPerJournal;

    /// <returns>The fault of the entry after the previous one; null when there is none.</returns>
    public string? Apply(ScannedEntry entry)
    {
        var before = last;
        last = entry;
        return entry.AccountSeq != before.AccountSeq + 1 ? $"an entry of {account.Code} does not follow the one before it"
            : entry.BalanceAfter != before.BalanceAfter + (account.IsDebit ? -entry.Amount : entry.Amount)
                ? $"the balance of {account.Code} after it is not the sum"
            : account.Floor is { } floor && entry.BalanceAfter < floor ? $"{account.Code} falls below its floor"
            : null;
    }

    /// <returns>The first difference between row and last entry; null when there is none.</returns>
    public string? FaultOfBalance() =>
        balance != last.BalanceAfter ? $"the account {account.Code} shows another balance than after its last entry"
        : accountSeq != last.AccountSeq ? $"the account {account.Code} counts another number of entries than it has"
        : movedAt != last.PostedAt ? $"the account {account.Code} moved at another time than its last entry"
        : null;
}
