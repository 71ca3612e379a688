using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Entries;

// Converts entries to the contract. A positive amount is growth of the balance, on each class of account.
internal static class EntryView
{
    /// <param name="lines">The entries, one more than the page holds if there is a next page.</param>
    /// <param name="size">The maximum number of entries of the page.</param>
    public static LedgerEntryList Page(List<EntryLine> lines, int size)
    {
        var page = Kernel.Paging.Page.First(lines, size, line => LedgerIds.Entry(line.No, line.PostedAt));
        return new LedgerEntryList { Data = [.. page.Rows.Select(Show)], HasMore = page.HasMore, NextCursor = page.NextCursor };
    }

    private static LedgerEntry Show(EntryLine line)
    {
        var postedAt = DateTimeOffset.FromUnixTimeMilliseconds(line.PostedAt);
        return new LedgerEntry
        {
            Id = LedgerIds.Entry(line.No, line.PostedAt),
            CreatedAt = postedAt,
            UpdatedAt = postedAt,
            Mode = line.Account.Mode.Text(),
            JournalId = LedgerIds.Journal(line.JournalNo, line.PostedAt),
            Kind = line.Kind,
            Account = line.Account.Name,
            CardId = line.Account.CardId,
            AmountUsd = line.Growth,
            BalanceAfterUsd = line.BalanceAfter,
            EffectiveAt = DateTimeOffset.FromUnixTimeMilliseconds(line.EffectiveAt),
        };
    }
}
