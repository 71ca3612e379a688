using System.Diagnostics;
using System.Security.Cryptography;
using Cryptocardium.Tests;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Benchmarks.Baselines;

// The cost of disk and SQLite alone: the rows of an authorization, written by prepared statements into the product's
// schema with the product's durability, on one thread, without HTTP, JSON and decisions.
internal sealed class RawSqlite : IAsyncDisposable
{
    private const string Available = "live:C.avail:card_000000000000000000000000";
    private const string Held = "live:C.hold:card_000000000000000000000000";
    private const long Amount = 10_000;
    private const long Now = 1_779_175_800_000;

    private readonly TestDatabase database;
    private readonly SqliteConnection connection;
    private readonly List<Action<long>> writes = [];
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private long next;

    private RawSqlite(TestDatabase database)
    {
        this.database = database;
        connection = new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Foreign Keys=True");
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536");
        Run(
            $"""
             INSERT INTO ledger_account (no, code, class, mode, is_debit, is_visible, floor, balance, account_seq, moved_at)
             VALUES (3, '{Available}', 'C.avail', 'live', 0, 1, 0, 9000000000000, 0, 0), (5, '{Held}', 'C.hold', 'live', 0, 1, 0, 0, 0, 0)
             """);
        Run(
            """
            INSERT INTO cards_card (
                id, account_id, mode, type, bin, last4, expires_at, metadata, wallets, status, created_at, updated_at)
            VALUES (
                'card_000000000000000000000000', 'acc_000000000000000000000000', 'live', 'virtual', '489517', '4218', 1882224000000, '{}', '',
                'active', 1779175800000, 1779175800000)
            """);
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        Declare();
    }

    public TestDatabase Database => database;

    public static async Task<RawSqlite> Open() => new(await TestDatabase.Create(Kernel.Data.Engine.Sqlite));

    // Authorizations per second, with perCommit of them in each commit.
    public double Rate(int perCommit, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0L;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Commit(perCommit);
            done += perCommit;
        }

        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // The median duration of a commit with one authorization.
    public double MedianMicroseconds(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var taken = new List<double>();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            var begun = Stopwatch.GetTimestamp();
            Commit(1);
            taken.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
        }

        taken.Sort();
        return taken[taken.Count / 2];
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await database.DisposeAsync();
    }

    private void Commit(int authorizations)
    {
        begin.ExecuteNonQuery();
        for (var i = 0; i < authorizations; i++)
        {
            next++;
            foreach (var write in writes)
            {
                write(next);
            }
        }

        commit.ExecuteNonQuery();
    }

    private void Declare()
    {
        const string move =
            """
            UPDATE ledger_account SET balance = balance + $growth, account_seq = account_seq + 1,
                moved_at = CASE WHEN moved_at > $now THEN moved_at ELSE $now END
            WHERE code = $code RETURNING no, balance, account_seq, moved_at
            """;
        Add(move, _ => [("$growth", -Amount), ("$now", Now), ("$code", Available)]);
        Add(move, _ => [("$growth", Amount), ("$now", Now), ("$code", Held)]);
        var hash = RandomNumberGenerator.GetBytes(32);
        Add(
            """
            INSERT INTO ledger_journal (no, type, operation_key, source, mode, posted_at, effective_at, actor, prev_hash, hash)
            VALUES ($no, 'authorization', $key, 'tx_000000000000000000000000', 'live', 1779175800000, 1779175800000, 'ssn_000000000000000000000000', $hash, $hash)
            """,
            n => [("$no", n * 2 + 1), ("$key", Id("auth:auth", n)), ("$hash", hash)]);
        const string entry =
            """
            INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at, owner_key)
            VALUES ($no, $account, $amount, $balance, $seq, $now, 11)
            """;
        Add(entry, n =>
        [
            ("$no", (n * 2 + 1) * 64), ("$account", 3L), ("$amount", -Amount), ("$balance", 9000000000000 - n * Amount), ("$seq", n), ("$now", Now),
        ]);
        Add(entry, n =>
        [
            ("$no", (n * 2 + 1) * 64 + 1), ("$account", 5L), ("$amount", Amount), ("$balance", n * Amount), ("$seq", n), ("$now", Now),
        ]);
        Add(
            "INSERT INTO ledger_hold (id, held_code, open, expires_at) VALUES ($id, $code, $open, 1779175800000)",
            n => [("$id", Id("auth", n)), ("$code", Held), ("$open", Amount)]);
        Add(AuthorizationRow.Insert, n => AuthorizationRow.Values(Id("tx", n), Id("auth", n), Amount));
        Add(
            """
            INSERT INTO cards_control (
                card_id, mcc_allow, mcc_deny, geo_allow, geo_deny, counted_at, day_spent, week_spent, month_spent, year_spent, lifetime_spent,
                day_uses, week_uses, month_uses, year_uses, lifetime_uses, cancel_due_at)
            VALUES (
                'card_000000000000000000000000', '', '', '', '', $now, $spent, $spent, $spent, $spent, $spent, $uses, $uses, $uses, $uses, $uses, NULL)
            ON CONFLICT (card_id) DO UPDATE SET
                counted_at = excluded.counted_at, day_spent = excluded.day_spent, week_spent = excluded.week_spent,
                month_spent = excluded.month_spent, year_spent = excluded.year_spent, lifetime_spent = excluded.lifetime_spent,
                day_uses = excluded.day_uses, week_uses = excluded.week_uses, month_uses = excluded.month_uses, year_uses = excluded.year_uses,
                lifetime_uses = excluded.lifetime_uses, cancel_due_at = excluded.cancel_due_at
            """,
            n => [("$now", Now), ("$spent", n * Amount), ("$uses", n)]);
        var resource = new byte[420];
        Add(
            """
            INSERT INTO kernel_event (id, type, account_id, mode, request_id, subject_id, sequence, resource, created_at)
            VALUES ($id, 'transaction.authorized', 'acc_000000000000000000000000', 'live', $request, $subject, $sequence, $resource, 1779175800000)
            """,
            n => [("$id", Id("evt", n)), ("$request", Id("req", n)), ("$subject", Id("tx", n)), ("$sequence", n), ("$resource", resource)]);
    }

    private static string Id(string prefix, long n) => $"{prefix}_{n:x24}";

    private void Add(string sql, Func<long, (string Name, object Value)[]> values)
    {
        var command = Prepare(sql);
        foreach (var (name, value) in values(0))
        {
            command.Parameters.AddWithValue(name, value);
        }

        writes.Add(n =>
        {
            var row = values(n);
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i].Value;
            }

            command.ExecuteNonQuery();
        });
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private void Run(string sql)
    {
        using var command = Prepare(sql);
        command.ExecuteNonQuery();
    }
}
