using System.Data.Common;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

// Changes that the database itself refuses.
public sealed class ImmutabilityTests
{
    [DatabaseTheory]
    public async Task Journals_and_entries_are_neither_updated_nor_deleted(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        await using var connection = await Sql.Open(host.Database);
        var journals = await BooksAudit.Check(host.Database);

        foreach (var sql in (string[])
            [
                "UPDATE ledger_journal SET type = 'x'",
                "UPDATE ledger_entry SET amount = amount",
                "UPDATE ledger_journal SET hash = prev_hash WHERE no = (SELECT MAX(no) FROM ledger_journal)",
                "DELETE FROM ledger_journal",
                "DELETE FROM ledger_entry",
                "DELETE FROM ledger_entry WHERE no = (SELECT MAX(no) FROM ledger_entry)",
                .. engine == Engine.Postgres ? (string[])["TRUNCATE ledger_journal", "TRUNCATE ledger_entry", "TRUNCATE ledger_entry, ledger_journal"] : [],
            ])
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Sql.Run(connection, sql));
            Assert.Contains("the ledger is append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(journals, await BooksAudit.Check(host.Database));
    }

    [DatabaseTheory]
    public async Task A_journal_across_books_is_refused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        using var poor = await host.SignUpWith(50);
        await using var connection = await Sql.Open(host.Database);
        var hash = engine == Engine.Sqlite ? "x'00'" : "'\\x00'::bytea";
        var next = (long)(await Sql.One(connection, "SELECT MAX(no) / 2 + 1 FROM ledger_journal"))!;
        var sandbox = (long)(await Sql.One(connection, "SELECT MIN(no) FROM ledger_account WHERE mode = 'sandbox'"))!;
        var live = (long)(await Sql.One(connection, "SELECT MIN(no) FROM ledger_account WHERE mode = 'live'"))!;

        foreach (var (sql, constraint) in ((string, string)[])
            [
                (Journal(next * 2, "live"), "ck_ledger_journal_book"),
                (Journal(next * 2 + 1, "sandbox"), "ck_ledger_journal_book"),
                (Entry(next * 2, live), "ck_ledger_entry_book"),
                (Entry(next * 2 + 1, sandbox), "ck_ledger_entry_book"),
                ($"UPDATE ledger_account SET mode = 'live' WHERE no = {sandbox}", "ck_ledger_account_book"),
                ($"UPDATE ledger_account SET balance = -10000 WHERE no = {live} AND floor IS NOT NULL", "ck_ledger_account_floor"),
            ])
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Sql.Run(connection, sql));
            Assert.Contains(constraint, refused.Message, StringComparison.Ordinal);
        }

        string Journal(long number, string mode) =>
            $"""
             INSERT INTO ledger_journal (no, type, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
             VALUES ({number}, 'x', 'x', '{mode}', 1, 1, 'x', {hash}, {hash})
             """;

        static string Entry(long journal, long account) =>
            $"""
             INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at)
             VALUES ({journal * 64}, {account}, 10000, 10000, 99, 1)
             """;
    }
}
