using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

[Collection(nameof(SqliteTrace))]
public sealed class ListPlanTests
{
    // A range of amounts in time order may have few rows or many. SQLite reads the range and keeps the first page in a sorter. The next
    // pages start at their cursor.
    private const string Sorted = "USE TEMP B-TREE FOR ORDER BY";
    private static readonly string[] SortedOnTheFirstPage =
    [
        .. from order in (string[])["", "-"]
           from filter in (string[])["amount_min", "amount_max"]
           select $"&sort={order}created_at&{filter}=",
    ];

    [Fact]
    public async Task No_list_reads_a_whole_table_or_sorts_a_whole_account_whatever_it_is_asked()
    {
        await using var lists = await PlannedLists.Open();
        var faults = new Dictionary<string, string>();
        foreach (var list in ContractList.All)
        {
            var seen = 0;
            foreach (var query in list.Queries(lists.Names))
            {
                var queries = await lists.Queries(list, query, pages: 2);
                seen += queries.Count;
                foreach (var sql in queries.Where(sql => !faults.ContainsKey(sql)))
                {
                    var found = QueryPlan.Faults(lists.Connection, sql).Where(fault => fault != Sorted || !MaySort(query, sql)).ToList();
                    faults[sql] = found.Count == 0 ? "" : $"{list.Operation.Id} {query}: {string.Join(", ", found)}\n{sql[sql.IndexOf("FROM", StringComparison.Ordinal)..]}";
                }
            }

            Assert.True(seen > 0 || list.Operation.Scope == "public", $"Nothing was heard of {list.Operation.Id}.");
        }

        var told = faults.Values.Where(fault => fault.Length > 0).Order(StringComparer.Ordinal).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    private static bool MaySort(string query, string sql) =>
        SortedOnTheFirstPage.Any(each => query.StartsWith(each, StringComparison.Ordinal)) && !sql.Contains(" id <", StringComparison.Ordinal)
        && !sql.Contains(" id >", StringComparison.Ordinal);
}
