using Microsoft.Data.Sqlite;
using SQLitePCL;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

// How SQLite goes about a query.
internal static class QueryPlan
{
    private const int Detail = 3;

    // Is asked for the rows of an empty list, and reads none.
    private const string Nothing = "\nWHERE 0\n";

    /// <returns>The steps that read a whole table or index, or sort what no index brings in order.</returns>
    public static IReadOnlyList<string> Faults(SqliteConnection connection, string sql)
    {
        var plan = sql.Contains(Nothing, StringComparison.Ordinal) ? [] : Of(connection, sql);
        return [.. plan.Where(step => IsScan(step, plan) || step.Contains("TEMP B-TREE FOR", StringComparison.Ordinal) && step.EndsWith("ORDER BY", StringComparison.Ordinal))];
    }

    /// <returns>Its steps.</returns>
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

    // What comes out of another step was read there, and a virtual table is the caller's list of values.
    private static bool IsScan(string step, IReadOnlyList<string> plan) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal)
        && step != "SCAN CONSTANT ROW"
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !plan.Contains($"CO-ROUTINE {step[5..]}")
        && !plan.Contains($"MATERIALIZE {step[5..]}");
}
