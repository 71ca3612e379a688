using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Finds the journals that a request posted, with the lines that its customer sees. After a rollback the number may belong to another journal,
// so the time must match and the customer must own a line.
internal sealed class JournalTrace(UnitOfWork unit) : ITraceSource
{
    private static readonly Statement Journal = new("SELECT type, mode, posted_at, hash FROM ledger_journal WHERE no = @no", "no");

    private static readonly Statement Lines = new(
        """
        SELECT e.amount, a.no, a.code, a.class, a.is_debit FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no
        WHERE e.no >= @first AND e.no < @end AND a.owner = @owner ORDER BY e.no
        """,
        "first", "end", "owner");

    public async ValueTask<IReadOnlyList<TracedItem>> Find(RowFilter owned, IReadOnlyList<string> caused)
    {
        var items = new List<TracedItem>();
        foreach (var id in caused)
        {
            if (JournalReference.NumberIn(id) is { } number
                && await unit.One(Journal, row => ReadJournal(row, number, id), number) is { } journal
                && await Read(number, owned.OwnerIn(journal.Mode ?? default)) is [_, ..] lines)
            {
                items.Add(journal with { Lines = [.. lines.OfType<TracedLine>()] });
            }
        }

        return items;
    }

    private ValueTask<List<TracedLine?>> Read(long number, AccountId owner) =>
        unit.Query(Lines, ReadLine, JournalNumber.Entry(number, 0), JournalNumber.Entry(number + 1, 0), owner);

    // Null if the number belongs to another journal.
    private static TracedItem? ReadJournal(IRow row, long number, string reference)
    {
        var postedAt = row.GetInt64("posted_at");
        return JournalReference.Of(number, postedAt) != reference ? null
            : new("journal", LedgerIds.Journal(row.Bytes("hash"), postedAt), row.GetString("type"), row.GetInstant("posted_at"))
            {
                Mode = row.GetMode("mode"),
            };
    }

    private static TracedLine? ReadLine(IRow row)
    {
        var amount = row.GetUsd("amount");
        var (line, isDebit) = (row.GetString("class"), row.GetBoolean("is_debit"));
        var account = VisibleAccount.Of(row.GetInt64("no"), row.GetString("code"), line, isDebit);
        return VisibleAccounts.NameOf(line) is null ? null : new TracedLine(account.Name, account.CardId, isDebit ? -amount : amount);
    }
}
