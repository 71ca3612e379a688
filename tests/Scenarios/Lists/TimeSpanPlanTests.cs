using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

[Collection(nameof(SqliteTrace))]
public sealed class TimeSpanPlanTests
{
    private static readonly string[] Bounds = ["created_after", "created_before"];

    [Fact]
    public async Task Rows_created_in_a_time_span_are_found_by_the_index_of_the_ids()
    {
        await using var lists = await PlannedLists.Open();
        var others = new List<string>();
        var seen = 0;
        foreach (var (list, query) in from list in ContractList.All from query in TimeQueries(list, lists.Names) select (list, query))
        {
            var queries = (await lists.Queries(list, query, pages: 1)).Where(IsOfTime).ToList();
            seen += queries.Count;
            others.AddRange(from sql in queries where !QueryPlan.Of(lists.Connection, sql).Any(IsIdRange) select $"{list.Operation.Id} {query}\n{sql}");
        }

        Assert.True(seen >= 2 * Bounds.Length * 8, $"Only {seen} queries of a span of time were heard.");
        Assert.True(others.Count == 0, string.Join('\n', others));
    }

    // Queries in time order, ascending and descending.
    private static IEnumerable<string> TimeQueries(ContractList list, IReadOnlyDictionary<string, string> names) =>
        from sort in list.Sorts
        where sort.EndsWith("created_at", StringComparison.Ordinal)
        from filter in list.Filters(names)
        where Bounds.Any(bound => filter.StartsWith($"&{bound}=", StringComparison.Ordinal))
        select sort + filter;

    private static bool IsOfTime(string sql) =>
        sql.Contains("created_at >= @", StringComparison.Ordinal) || sql.Contains("created_at < @", StringComparison.Ordinal);

    private static bool IsIdRange(string step) =>
        step.Contains("id>?", StringComparison.Ordinal) || step.Contains("id<?", StringComparison.Ordinal);
}
