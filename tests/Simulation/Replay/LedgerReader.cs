using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests.Simulation.Replay;

/// <summary>Reads the tables of the ledger directly, on a read-only connection of its own.</summary>
internal sealed class LedgerReader : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand journals;
    private readonly DbCommand account;
    private readonly DbCommand holds;

    private LedgerReader(DbConnection connection)
    {
        this.connection = connection;
        journals = Prepare(
            """
            SELECT j.no, e.no, e.account_no, e.amount, e.balance_after, e.account_seq
            FROM ledger_journal j JOIN ledger_entry e ON e.no >= j.no * 64 AND e.no < j.no * 64 + 64
            WHERE j.no > @a AND j.no < @b ORDER BY e.no
            """);
        account = Prepare("SELECT code, is_debit, floor, balance, account_seq FROM ledger_account WHERE no = @a AND @b = 0");
        holds = connection.CreateCommand();
        holds.CommandText = "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM ledger_hold WHERE held_code = @code AND open > 0";
        var code = holds.CreateParameter();
        code.ParameterName = "code";
        code.Value = "";
        holds.Parameters.Add(code);
    }

    public static async Task<LedgerReader> Open(TestDatabase database)
    {
        DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Mode=ReadOnly")
            : new NpgsqlConnection(database.ConnectionString + ";Pooling=False;Options=-c default_transaction_read_only=on");
        await connection.OpenAsync();
        return new LedgerReader(connection);
    }

    /// <summary>The entries of the journals between two numbers, both exclusive, in order.</summary>
    public async Task<List<Entry>> Entries(long after, long before)
    {
        await using var reader = await Run(journals, after, before);
        var entries = new List<Entry>();
        while (await reader.ReadAsync())
        {
            entries.Add(new Entry(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return entries;
    }

    /// <summary>Reads an account without its entries.</summary>
    public async Task<ReplayedAccount> Account(long no)
    {
        await using var reader = await Run(account, no, 0);
        Assert.True(await reader.ReadAsync(), $"No account has the number {no}.");
        return new ReplayedAccount(no, reader.GetString(0), reader.GetBoolean(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
    }

    /// <summary>Compares the row of an account with its entries.</summary>
    public async Task CheckCached(ReplayedAccount replayed)
    {
        await using var reader = await Run(account, replayed.No, 0);
        Assert.True(await reader.ReadAsync(), $"{replayed.Code} is gone.");
        replayed.IsCachedAs(reader.GetInt64(3), reader.GetInt64(4));
    }

    /// <summary>The sum of the open holds of an account.</summary>
    public async Task<long> OpenHolds(string code)
    {
        holds.Parameters[0].Value = code;
        return (long)(await holds.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await journals.DisposeAsync();
        await account.DisposeAsync();
        await holds.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static Task<DbDataReader> Run(DbCommand command, long a, long b)
    {
        command.Parameters[0].Value = a;
        command.Parameters[1].Value = b;
        return command.ExecuteReaderAsync();
    }

    private DbCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in new[] { "a", "b" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = 0L;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
