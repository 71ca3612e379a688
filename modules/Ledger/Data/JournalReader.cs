using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads the stored journals of a lane in their order, without trusting any value.
internal sealed class JournalReader(UnitOfWork unit)
{
    private static readonly Statement Plain = Select("NULL AS before_balance, NULL AS before_seq, NULL AS before_at", "");

    private static readonly Statement WithBefore = Select(
        "b.balance_after AS before_balance, b.account_seq AS before_seq, b.posted_at AS before_at",
        """
        LEFT JOIN ledger_entry b ON b.no =
            (SELECT x.no FROM ledger_entry x WHERE x.account_no = e.account_no AND (x.posted_at, x.account_seq) < (e.posted_at, e.account_seq)
             ORDER BY x.posted_at DESC, x.account_seq DESC LIMIT 1)
        """);

    /// <param name="lane">The lane.</param>
    /// <param name="from">The sequence of the first journal, in either book.</param>
    /// <param name="limit">The maximum number of journals.</param>
    /// <param name="withBefore">Whether each entry comes with the previous entry of its ledger account.</param>
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
            stored.Number("no"), stored.Text("type"), stored.Text("operation_key"), stored.TextOrNone("source"), stored.Mode("mode"), stored.Time("posted_at"),
            stored.Time("effective_at"), stored.Text("actor"));
        var journal = new UnverifiedJournal(facts, stored.Bytes("prev_hash"), stored.Bytes("hash"), []) { Unreadable = stored.Unreadable };
        return (journal, row.IsDBNull("entry.no") ? null : ReadLine(row));
    }

    private static UnverifiedEntry ReadLine(IRow row)
    {
        var account = row.IsDBNull("account.code") ? null : ReadAccount(row, row.Number("entry.account_no"));
        var stored = new UnverifiedRow(row);
        var facts = new HashedLine(
            stored.Number("entry.no"), stored.Number("entry.account_no"), account?.Code ?? "", account?.Owner ?? "",
            new Usd(stored.Number("entry.amount")), new Usd(stored.Number("entry.balance_after")), stored.Number("entry.account_seq"));
        EntryBefore? before = row.IsDBNull("before_balance")
            ? null
            : new(row.GetUsd("before_balance"), row.GetInt64("before_seq"), row.GetInt64("before_at"));
        var (postedAt, ownerKey) = (stored.Number("entry.posted_at"), stored.NumberOrNone("entry.owner_key"));
        return new UnverifiedEntry(facts, postedAt, ownerKey, account, before) { Unreadable = stored.Unreadable };
    }

    private static UnverifiedAccount ReadAccount(IRow row, long number)
    {
        var stored = new UnverifiedRow(row);
        return new UnverifiedAccount(
            number, stored.Text("account.code"), stored.Text("account.class"), stored.Mode("account.mode"), stored.TextOrNone("account.owner"),
            stored.Flag("account.is_debit"), stored.Flag("account.is_visible"), stored.NumberOrNone("account.floor"))
        {
            Unreadable = stored.Unreadable,
        };
    }

    private static Statement Select(string before, string join) => new(
        $"""
         SELECT j.no, j.type, j.operation_key, j.source, j.mode, j.posted_at, j.effective_at, j.actor, j.prev_hash, j.hash,
             e.no AS "entry.no", e.account_no AS "entry.account_no", e.amount AS "entry.amount", e.balance_after AS "entry.balance_after",
             e.account_seq AS "entry.account_seq", e.posted_at AS "entry.posted_at", e.owner_key AS "entry.owner_key",
             a.code AS "account.code", a.owner AS "account.owner", a.class AS "account.class", a.mode AS "account.mode",
             a.is_debit AS "account.is_debit", a.is_visible AS "account.is_visible", a.floor AS "account.floor", {before}
         FROM (SELECT * FROM ledger_journal WHERE no >= @from AND no < @end ORDER BY no LIMIT @limit) j
         LEFT JOIN ledger_entry e ON e.no >= j.no * {JournalNumber.LinesPerJournal} AND e.no < (j.no + 1) * {JournalNumber.LinesPerJournal}
         LEFT JOIN ledger_account a ON a.no = e.account_no
         {join}
         ORDER BY j.no, e.no
         """,
        "from", "end", "limit");
}
