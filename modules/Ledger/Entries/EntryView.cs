using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Entries;

// Converts entries to the contract. A positive amount is growth of the balance, on each class of account.
internal static class EntryView
{
    /// <param name="lines">The entries, one more than the page holds if there is a next page.</param>
    /// <param name="size">The maximum number of entries of the page.</param>
    public static LedgerEntryList Page(List<EntryLine> lines, int size)
    {
        var page = Kernel.Paging.Page.First(lines, size, static line => line.Id);
        return new LedgerEntryList { Data = [.. page.Rows.Select(Show)], HasMore = page.HasMore, NextCursor = page.NextCursor };
    }

    private static LedgerEntry Show(EntryLine line)
    {
        var postedAt = DateTimeOffset.FromUnixTimeMilliseconds(line.PostedAt);
        return new LedgerEntry
        {
            Id = line.Id,
            CreatedAt = postedAt,
            UpdatedAt = postedAt,
            Mode = line.Account.Mode.Text(),
            JournalId = line.JournalId,
            Type = line.Type,
            AccountType = line.Account.Name,
            CardId = line.Account.CardId,
            AmountUsd = line.Growth,
            BalanceAfterUsd = line.BalanceAfter,
            FeeUsd = line.Fee,
            Source = Source(line.Source),
            EffectiveAt = DateTimeOffset.FromUnixTimeMilliseconds(line.EffectiveAt),
        };
    }

    private static LedgerEntrySource? Source(string? id) => id is null ? null : new() { Type = JournalSource.TypeOf(id), Id = id };
}
