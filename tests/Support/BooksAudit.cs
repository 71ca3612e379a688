using System.Data.Common;
using System.Security.Cryptography;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Cryptocardium.Tests;

/// <summary>
/// Reads the whole ledger directly from the database and recomputes it: every journal sums to zero within one book, every account
/// is the sum of its entries, holds match, numbers have no gaps, the time of an account never goes back, and the hash chain is
/// intact. It is written from the description of the ledger and
/// shares no code with the product.
/// </summary>
public static class BooksAudit
{
    private const int LinesPerJournal = 64;
    private const int SequenceBits = 43;

    // The sum reserved for payouts per chain: once from the payouts, once as stored.
    private const string Promises =
        """
        SELECT mode || ':' || chain AS id, CAST(SUM(CASE WHEN state = 'held' AND kind = 'withdrawal' THEN booked ELSE 0 END) AS bigint), COUNT(*)
        FROM treasury_payout WHERE state IN ('held', 'signed', 'sent') GROUP BY mode, chain ORDER BY id
        """;

    private const string KeptPromises =
        "SELECT id, held, transfers FROM treasury_promise WHERE held <> 0 OR transfers <> 0 ORDER BY id";

    private sealed record Hold(string Id, string Code, long Open);

    private sealed record Account(long No, string Code, bool IsDebit, long? Floor, long Balance, long Seq, long MovedAt);

    /// <summary>Fails with the first fault.</summary>
    /// <returns>The number of journals.</returns>
    public static async Task<int> Check(TestDatabase database)
    {
        await using DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var journals = await Read(
            connection, "SELECT no, type, operation_key, COALESCE(source, ''), mode, posted_at, effective_at, actor, prev_hash, hash FROM ledger_journal ORDER BY no",
            row => new AuditJournal(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetInt64(6), row.GetString(7),
                (byte[])row[8], (byte[])row[9]));
        var entries = await Read(
            connection,
            """
            SELECT e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at, a.code, COALESCE(a.owner, '')
            FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no ORDER BY e.no
            """,
            row => new AuditEntry(
                row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetString(6), row.GetString(7)));
        var accounts = await Read(
            connection, "SELECT no, code, is_debit, floor, balance, account_seq, moved_at FROM ledger_account",
            row => new Account(
                row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
                row.GetInt64(6)));
        var holds = await Read(
            connection, "SELECT id, held_code, open FROM ledger_hold", row => new Hold(row.GetString(0), row.GetString(1), row.GetInt64(2)));

        Assert.Equal(
            await Read(connection, Promises, static row => $"{row[0]} {row[1]} {row[2]}"),
            await Read(connection, KeptPromises, static row => $"{row[0]} {row[1]} {row[2]}"));
        CheckJournals(journals, entries.ToLookup(entry => entry.No / LinesPerJournal));
        CheckAccounts(accounts, entries.ToLookup(entry => entry.Account));
        CheckHolds(
            holds, journals.ToDictionary(journal => journal.No, journal => journal.Key),
            entries.Where(entry => entry.Code.Contains(":C.hold:", StringComparison.Ordinal)));

        return journals.Count;
    }

    private static void CheckJournals(List<AuditJournal> journals, ILookup<long, AuditEntry> entries)
    {
        foreach (var lane in journals.GroupBy(journal => journal.No >> (SequenceBits + 1)))
        {
            var head = new byte[SHA256.HashSizeInBytes];
            var sequence = 0L;
            foreach (var journal in lane)
            {
                var name = $"Journal {journal.No} ({journal.Type})";
                var lines = entries[journal.No].ToArray();
                Assert.True(lines.Length >= 2 && lines.Sum(line => line.Amount) == 0, $"{name} does not sum to zero.");
                Assert.True(lines.All(line => line.PostedAt == journal.PostedAt), $"{name} has entries of another time.");
                Assert.True(lines.All(line => (line.Account & 1) == (journal.No & 1)), $"{name} crosses books.");
                Assert.True(((journal.No >> 1) & ((1L << SequenceBits) - 1)) == ++sequence, $"{name} is out of sequence.");
                Assert.True(journal.PrevHash.AsSpan().SequenceEqual(head), $"{name} does not continue the chain.");
                Assert.True(journal.Hash.AsSpan().SequenceEqual(AuditHash.Of(journal, lines)), $"{name} was changed: its hash differs.");
                head = journal.Hash;
            }
        }
    }

    private static void CheckAccounts(List<Account> accounts, ILookup<long, AuditEntry> entries)
    {
        foreach (var account in accounts)
        {
            var balance = 0L;
            var sequence = 0L;
            var time = 0L;
            foreach (var entry in entries[account.No].OrderBy(entry => entry.AccountSeq))
            {
                Assert.True(entry.PostedAt >= time, $"{account.Code} entry {entry.AccountSeq} is earlier than the one before it.");
                time = entry.PostedAt;
                balance += account.IsDebit ? -entry.Amount : entry.Amount;
                Assert.True(entry.AccountSeq == ++sequence, $"{account.Code} has a gap before entry {entry.AccountSeq}.");
                Assert.True(entry.BalanceAfter == balance, $"{account.Code} entry {entry.AccountSeq} shows another balance than its sum.");
                Assert.True(account.Floor is not { } floor || balance >= floor, $"{account.Code} fell below its floor.");
            }

            Assert.True(account.Balance == balance && account.Seq == sequence, $"{account.Code} is not the sum of its entries.");
            Assert.True(account.MovedAt == time, $"{account.Code} moved at another time than its last entry.");
        }
    }

    // The operation key of a journal is the id of the hold that it places, or starts with the id and a colon.
    private static void CheckHolds(List<Hold> holds, Dictionary<long, string> keys, IEnumerable<AuditEntry> entries)
    {
        var left = entries
            .GroupBy(entry => (Hold: keys[entry.No / LinesPerJournal].Split(':')[0], entry.Code))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Amount));
        Assert.True(left.Count == holds.Count, $"{holds.Count} holds stand against the {left.Count} that journals name.");
        foreach (var hold in holds)
        {
            Assert.True(left.TryGetValue((hold.Id, hold.Code), out var open) && open == hold.Open, $"Hold {hold.Id} is not what its journals left.");
        }
    }

    private static async Task<List<T>> Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
