using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

public sealed class TimeSpanPlanTests
{
    private static readonly string[] Bounds = ["created_after", "created_before"];

    [Fact]
    public async Task What_was_created_in_a_span_of_time_is_found_by_the_index_of_the_ids()
    {
        using var trace = new SqliteTrace();
        await using var host = await TestHost.Start(Engine.Sqlite);
        var (account, names) = await FullAccount.Open(host);
        using var owner = account;
        await using var connection = new SqliteConnection($"Data Source={host.Database.ConnectionString};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        var others = new List<string>();
        var seen = 0;
        foreach (var (list, query) in from list in ContractList.All from query in TimeQueries(list, names) select (list, query))
        {
            trace.Take(host.Database.ConnectionString);
            await list.Read(account.Api, names, query, limit: 1, pages: 1);
            var queries = trace.Take(host.Database.ConnectionString).Where(IsOfTime).ToList();
            seen += queries.Count;
            others.AddRange(from sql in queries where !QueryPlan.Of(connection, sql).Any(IsIdRange) select $"{list.Operation.Id} {query}\n{sql}");
        }

        Assert.True(seen >= 2 * Bounds.Length * 8, $"Only {seen} queries of a span of time were heard.");
        Assert.True(others.Count == 0, string.Join('\n', others));
    }

    // In the order of time, both ways.
    private static IEnumerable<string> TimeQueries(ContractList list, IReadOnlyDictionary<string, string> names) =>
        from sort in list.Sorts
        where sort.EndsWith("created_at", StringComparison.Ordinal)
        from filter in list.Filters(names)
        where Bounds.Any(bound => filter.StartsWith($"&{bound}=", StringComparison.Ordinal))
        select sort + filter;

    private static bool IsOfTime(string sql) =>
        sql.Contains("\"created_at\" >= @", StringComparison.Ordinal) || sql.Contains("\"created_at\" < @", StringComparison.Ordinal);

    private static bool IsIdRange(string step) =>
        step.Contains("id>?", StringComparison.Ordinal) || step.Contains("id<?", StringComparison.Ordinal);
}
