using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests;

/// <summary>The bytes of each table with its indexes, on both databases.</summary>
public static class TableSizes
{
    private const string Postgres =
        "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    /// <summary>The tables whose rows expire. All others are only added to, or bounded by the number of accounts and cards.</summary>
    public static readonly IReadOnlyList<string> Pruned = ["accounts_request", "kernel_reply", "kernel_reply_index"];

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> Of(TestDatabase database) => database.Engine == Engine.Sqlite
        ? SqlitePages.BytesByTable(database.ConnectionString)
        : (await DatabaseRows.Of(database, Postgres, row => (Table: row.GetString(0), Bytes: row.GetInt64(1))))
            .ToDictionary(row => row.Table, row => row.Bytes);

    /// <summary>The bytes of the whole database; on SQLite also those that are still in the write-ahead log.</summary>
    public static async Task<long> File(TestDatabase database) => await DatabaseRows.Number(database, database.Engine == Engine.Sqlite
        ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        : "SELECT pg_database_size(current_database())");

    /// <summary>One line with the largest tables.</summary>
    public static string Text(IReadOnlyDictionary<string, long> bytes) => string.Join(
        ", ", bytes.Where(each => each.Value >= 100_000).OrderByDescending(each => each.Value)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Value / 1_000_000.0:0.0}")));
}
