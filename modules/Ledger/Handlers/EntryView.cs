using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Handlers;

// Entries as the contract shows them. A positive amount is one by which the balance grew, on every kind of account.
internal static class EntryView
{
    /// <param name="lines">One more than the page has, where there is a next page.</param>
    /// <param name="size">How many the page has at most.</param>
    /// <param name="accounts">The accounts that the lines are of.</param>
    public static LedgerEntryList Page(List<EntryLine> lines, int size, IEnumerable<CustomerAccount> accounts)
    {
        var of = accounts.ToDictionary(account => account.No);
        var data = lines.Take(size).Select(line => Show(line, of[line.AccountNo])).ToList();
        var hasMore = lines.Count > size;
        return new LedgerEntryList { Data = data, HasMore = hasMore, NextCursor = hasMore ? data[^1].Id : null };
    }

    public static Usd Growth(EntryLine line, CustomerAccount account) => account.IsDebit ? -line.Amount : line.Amount;

    private static LedgerEntry Show(EntryLine line, CustomerAccount account)
    {
        var postedAt = DateTimeOffset.FromUnixTimeMilliseconds(line.PostedAt);
        return new LedgerEntry
        {
            Id = LedgerIds.Entry(line.No, line.PostedAt),
            CreatedAt = postedAt,
            UpdatedAt = postedAt,
            Mode = account.Mode.Text(),
            JournalId = LedgerIds.Journal(line.JournalNo, line.PostedAt),
            Kind = line.Kind,
            Account = account.Name,
            CardId = account.CardId,
            AmountUsd = Growth(line, account),
            BalanceAfterUsd = line.BalanceAfter,
            EffectiveAt = DateTimeOffset.FromUnixTimeMilliseconds(line.EffectiveAt),
        };
    }
}
