using Cryptocardium.Tests;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Benchmarks.Baselines;

// Counts rows per table, so that a run can show that baseline and product wrote the same rows.
internal static class WriteSet
{
    private static readonly string[] Tables =
        ["kernel_event", "kernel_reply", "ledger_journal", "ledger_entry", "ledger_hold", "cards_transaction"];

    public static Dictionary<string, long> Count(TestDatabase database)
    {
        using var connection = Open(database);
        return Tables.ToDictionary(table => table, table => Count(connection, table));
    }

    public static long Count(TestDatabase database, string table)
    {
        using var connection = Open(database);
        return Count(connection, table);
    }

    // Rows per authorization and table.
    public static string Describe(Dictionary<string, long> before, Dictionary<string, long> after)
    {
        var authorizations = after["cards_transaction"] - before["cards_transaction"];
        return string.Join(", ", Tables.Select(table => $"{table} {(double)(after[table] - before[table]) / authorizations:0.##}"));
    }

    private static SqliteConnection Open(TestDatabase database)
    {
        var connection = new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return connection;
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
