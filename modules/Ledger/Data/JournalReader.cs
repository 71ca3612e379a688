using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads journals of a lane as they are stored, in their order.
internal sealed class JournalReader(UnitOfWork unit)
{
    private static readonly Statement Plain = Select("NULL, NULL, NULL", "");

    private static readonly Statement WithBefore = Select(
        "b.balance_after, b.account_seq, b.posted_at",
        """
        LEFT JOIN ledger_entry b ON b.no =
            (SELECT x.no FROM ledger_entry x WHERE x.account_no = e.account_no AND (x.posted_at, x.account_seq) < (e.posted_at, e.account_seq)
             ORDER BY x.posted_at DESC, x.account_seq DESC LIMIT 1)
        """);

    /// <param name="lane">The lane.</param>
    /// <param name="from">The place to begin with: whatever stands there, in either book.</param>
    /// <param name="limit">How many journals at most.</param>
    /// <param name="withBefore">Whether to read, for each entry, the one before it on its account.</param>
    public async ValueTask<IReadOnlyList<UnverifiedJournal>> Read(int lane, long from, int limit, bool withBefore)
    {
        var rows = await unit.Query(
            withBefore ? WithBefore : Plain, ReadRow, JournalNumber.At(lane, from), JournalNumber.First(lane + 1), limit);
        return [.. rows.GroupBy(row => row.Journal.Facts.No).Select(WithLines)];
    }

    private static UnverifiedJournal WithLines(IGrouping<long, (UnverifiedJournal Journal, UnverifiedEntry? Line)> rows) =>
        rows.First().Journal with { Lines = [.. rows.Select(row => row.Line).OfType<UnverifiedEntry>()] };

    private static (UnverifiedJournal Journal, UnverifiedEntry? Line) ReadRow(IRow row)
    {
        var stored = new UnverifiedRow(row);
        var facts = new HashedJournal(
            stored.Number(0), stored.Text(1), stored.Text(2), stored.Mode(3), stored.Time(4), stored.Time(5), stored.Text(6));
        var journal = new UnverifiedJournal(facts, stored.Bytes(7), stored.Bytes(8), []) { Unreadable = stored.Unreadable };
        return (journal, row.IsDBNull(9) ? null : ReadLine(row));
    }

    private static UnverifiedEntry ReadLine(IRow row)
    {
        var account = row.IsDBNull(15) ? null : ReadAccount(row, row.IsDBNull(10) ? 0 : row.GetInt64(10));
        var stored = new UnverifiedRow(row);
        var facts = new HashedLine(
            stored.Number(9), stored.Number(10), account?.Code ?? "", account?.Owner ?? "",
            new Usd(stored.Number(11)), new Usd(stored.Number(12)), stored.Number(13));
        EntryBefore? before = row.IsDBNull(22) ? null : new(new Usd(row.GetInt64(22)), row.GetInt64(23), row.GetInt64(24));
        var (postedAt, ownerKey) = (stored.Number(14), stored.NumberOrNone(25));
        return new UnverifiedEntry(facts, postedAt, ownerKey, account, before) { Unreadable = stored.Unreadable };
    }

    private static UnverifiedAccount ReadAccount(IRow row, long number)
    {
        var stored = new UnverifiedRow(row);
        return new UnverifiedAccount(
            number, stored.Text(15), stored.Text(17), stored.Mode(18), stored.TextOrNone(16), stored.Flag(19), stored.Flag(20),
            stored.NumberOrNone(21))
        {
            Unreadable = stored.Unreadable,
        };
    }

    private static Statement Select(string before, string join) => new(
        $"""
         SELECT j.no, j.kind, j.operation_key, j.mode, j.posted_at, j.effective_at, j.actor, j.prev_hash, j.hash,
             e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at,
             a.code, a.owner, a.class, a.mode, a.is_debit, a.is_visible, a.floor, {before}, e.owner_key
         FROM (SELECT * FROM ledger_journal WHERE no >= @from AND no < @end ORDER BY no LIMIT @limit) j
         LEFT JOIN ledger_entry e ON e.no >= j.no * {JournalNumber.LinesPerJournal} AND e.no < (j.no + 1) * {JournalNumber.LinesPerJournal}
         LEFT JOIN ledger_account a ON a.no = e.account_no
         {join}
         ORDER BY j.no, e.no
         """,
        "from", "end", "limit");
}
