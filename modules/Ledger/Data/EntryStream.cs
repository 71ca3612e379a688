using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Streams the entries of a customer, oldest first, without storing them in memory.
internal sealed class EntryStream(UnitOfWork unit)
{
    public static readonly Statement Select = new(
        $"""
         SELECT {EntrySql.Columns}
         FROM ledger_entry e CROSS JOIN ledger_journal j
         WHERE j.no = e.no / {JournalNumber.LinesPerJournal} AND e.owner_key = @owner_key
           AND (e.posted_at, e.account_no, e.account_seq) > (@low_at, @low_no, @low_seq)
           AND (e.posted_at, e.account_no, e.account_seq) < (@high_at, @high_no, @high_seq)
         ORDER BY e.posted_at, e.account_no, e.account_seq LIMIT @limit
         """,
        "owner_key", "low_at", "low_no", "low_seq", "high_at", "high_no", "high_seq", "limit");

    /// <param name="ownerKey">The owner key. Two customers can share one, so the caller filters by ledger account.</param>
    /// <param name="range">The range of entries.</param>
    /// <param name="limit">The maximum number of entries.</param>
    /// <param name="apply">Is called for each entry; an entry is valid during the call.</param>
    /// <returns>The position of the last entry; null when there are no more entries.</returns>
    public async ValueTask<EntryPoint?> Read(long ownerKey, EntryRange range, int limit, Action<StreamedEntry> apply)
    {
        var (low, high) = range.Bounds;
        var last = default(EntryPoint);
        var count = await unit.Each(
            Select,
            row =>
            {
                last = new EntryPoint(row.Number("posted_at"), row.Number("account_no"), row.Number("account_seq"));
                apply(new StreamedEntry(row, last));
            },
            ownerKey, low.PostedAt, low.AccountNo, low.AccountSeq, high.PostedAt, high.AccountNo, high.AccountSeq, limit);
        return count == limit ? last : null;
    }
}
