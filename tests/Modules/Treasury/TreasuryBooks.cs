using System.Data.Common;
using System.Globalization;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests.Treasury;

/// <summary>
/// The books of the program and of one customer by class of account, read directly from the database:
/// <c>M.expected 100, U.pend 100</c>. Only balances that differ from those at the start are listed.
/// </summary>
internal sealed class TreasuryBooks
{
    private static readonly string[] Order =
    [
        "M.expected", "U.pend", "U.avail", "C.avail", "A.recv", "A.chain:tron", "A.chain:bsc", "A.chain:ethereum", "A.gas:tron", "A.gas:bsc",
        "A.gas:ethereum", "R.rail", "R.round", "L.refundable:tron", "L.unalloc:tron", "X.writeoff", "E.equity",
    ];

    private readonly TestAccount account;
    private readonly Dictionary<string, long> start;

    private TreasuryBooks(TestAccount account, Dictionary<string, long> start)
    {
        this.account = account;
        this.start = start;
    }

    /// <summary>Takes the current balances as the start.</summary>
    public static async Task<TreasuryBooks> StartAt(TestAccount account) => new(account, await Read(account));

    /// <summary>The changes since the start.</summary>
    public async Task<string> Now()
    {
        var now = await Read(account);
        var unknown = now.Keys.FirstOrDefault(line => !Order.Contains(line) && now[line] != start.GetValueOrDefault(line));
        return unknown is not null ? $"{unknown} is not expected to move" : string.Join(", ",
            from line in Order
            let change = now.GetValueOrDefault(line) - start.GetValueOrDefault(line)
            where change != 0
            select string.Create(CultureInfo.InvariantCulture, $"{line} {change / 1_000_000m:0.######}"));
    }

    private static async Task<Dictionary<string, long>> Read(TestAccount account)
    {
        var database = account.Host.Database;
        await using DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT code, class, balance FROM ledger_account";
        await using var reader = await command.ExecuteReaderAsync();
        var books = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            if (Line(reader.GetString(0), reader.GetString(1), account.Id) is { } line)
            {
                books[line] = books.GetValueOrDefault(line) + reader.GetInt64(2);
            }
        }

        return books;
    }

    // The class of an account, with its chain if it has one; null for an account of another customer.
    private static string? Line(string code, string kind, string account) => code.Split(':') switch
    {
        [_, _, "tron" or "bsc" or "ethereum"] parts => $"{kind}:{parts[2]}",
        [_, _, var subject] when subject.StartsWith("acc_", StringComparison.Ordinal) => subject == account ? kind : null,
        _ => kind,
    };
}
