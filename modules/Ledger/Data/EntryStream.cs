using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads very many of a customer's entries, oldest first, without keeping any.
internal sealed class EntryStream(UnitOfWork unit)
{
    public static readonly Statement Select = new(
        $"""
         SELECT e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at, j.effective_at, j.kind
         FROM ledger_entry e CROSS JOIN ledger_journal j
         WHERE j.no = e.no / {JournalNumber.LinesPerJournal} AND e.owner_key = @owner_key
           AND (e.posted_at, e.account_no, e.account_seq) > (@low_at, @low_no, @low_seq)
           AND (e.posted_at, e.account_no, e.account_seq) < (@high_at, @high_no, @high_seq)
         ORDER BY e.posted_at, e.account_no, e.account_seq LIMIT @limit
         """,
        "owner_key", "low_at", "low_no", "low_seq", "high_at", "high_no", "high_seq", "limit");

    /// <param name="ownerKey">Whose entries. Another customer's may be among them, though hardly ever are.</param>
    /// <param name="range">From where on.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="take">Takes one after the other.</param>
    /// <returns>Where the last one stands; null when there are no more.</returns>
    public async ValueTask<EntryPoint?> Read(long ownerKey, EntryRange range, int limit, Action<StreamedEntry> take)
    {
        var (low, high) = range.Bounds;
        var last = default(EntryPoint);
        var count = await unit.Each(
            Select,
            row =>
            {
                last = new EntryPoint(row.Number("posted_at"), row.Number("account_no"), row.Number("account_seq"));
                take(new StreamedEntry(row, last));
            },
            ownerKey, low.PostedAt, low.AccountNo, low.AccountSeq, high.PostedAt, high.AccountNo, high.AccountSeq, limit);
        return count == limit ? last : null;
    }
}
