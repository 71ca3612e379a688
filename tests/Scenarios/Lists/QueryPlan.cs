using Microsoft.Data.Sqlite;
using SQLitePCL;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

// Reads query plans of SQLite.
internal static class QueryPlan
{
    private const int Detail = 3;

    // A query with this condition reads no row.
    private const string Nothing = " AND FALSE";

    /// <returns>The steps that scan a whole table or index, or that sort.</returns>
    public static IReadOnlyList<string> Faults(SqliteConnection connection, string sql)
    {
        var plan = sql.Contains(Nothing, StringComparison.Ordinal) ? [] : Of(connection, sql);
        return [.. plan.Where(step => IsScan(step, plan) || step.Contains("TEMP B-TREE FOR", StringComparison.Ordinal) && step.EndsWith("ORDER BY", StringComparison.Ordinal))];
    }

    /// <returns>The steps of the plan.</returns>
    public static List<string> Of(SqliteConnection connection, string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, $"EXPLAIN QUERY PLAN {sql}", out var statement));
        using (statement)
        {
            var steps = new List<string>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                steps.Add(raw.sqlite3_column_text(statement, Detail).utf8_to_string());
            }

            return steps;
        }
    }

    // A subquery was judged in its own step, a virtual table is the caller's list of values, and ledger_verified has one row per lane.
    private static bool IsScan(string step, IReadOnlyList<string> plan) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal)
        && step is not ("SCAN CONSTANT ROW" or "SCAN ledger_verified")
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !plan.Contains($"CO-ROUTINE {step[5..]}")
        && !plan.Contains($"MATERIALIZE {step[5..]}");
}
