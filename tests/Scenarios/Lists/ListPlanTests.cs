using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

public sealed class ListPlanTests
{
    // Of a range of amounts, in the order of time, there are few rows or many: SQLite reads the range, and keeps the first page of it while
    // it does. The next pages begin at their cursor.
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
        using var trace = new SqliteTrace();
        await using var host = await TestHost.Start(Engine.Sqlite);
        var (account, names) = await FullAccount.Open(host);
        using var owner = account;
        await using var connection = new SqliteConnection($"Data Source={host.Database.ConnectionString};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        var faults = new Dictionary<string, string>();
        foreach (var list in ContractList.All)
        {
            var seen = 0;
            foreach (var query in from sort in list.Sorts from filter in list.Filters(names) select sort + filter)
            {
                trace.Take(host.Database.ConnectionString);
                await list.Read(account.Api, names, query, limit: 1, pages: 2);
                var queries = trace.Take(host.Database.ConnectionString);
                seen += queries.Count;
                foreach (var sql in queries.Where(sql => !faults.ContainsKey(sql)))
                {
                    var found = QueryPlan.Faults(connection, sql).Where(fault => fault != Sorted || !MaySort(query, sql)).ToList();
                    faults[sql] = found.Count == 0 ? "" : $"{list.Operation.Id} {query}: {string.Join(", ", found)}\n{sql[sql.IndexOf("FROM", StringComparison.Ordinal)..]}";
                }
            }

            Assert.True(seen > 0 || list.Operation.Scope == "public", $"Nothing was heard of {list.Operation.Id}.");
        }

        var told = faults.Values.Where(fault => fault.Length > 0).Order(StringComparer.Ordinal).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    private static bool MaySort(string query, string sql) =>
        SortedOnTheFirstPage.Any(each => query.StartsWith(each, StringComparison.Ordinal)) && !sql.Contains("\"id\" <", StringComparison.Ordinal)
        && !sql.Contains("\"id\" >", StringComparison.Ordinal);
}
