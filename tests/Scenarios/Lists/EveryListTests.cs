using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

public sealed class EveryListTests
{
    private const int WholePage = 100;

    [DatabaseTheory]
    public async Task Every_list_of_the_contract_is_the_same_row_by_row_as_on_one_page_in_every_order(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var (account, names) = await FullAccount.Open(host);
        using var owner = account;

        foreach (var list in ContractList.All)
        {
            var byOrder = new Dictionary<string, List<string>>();
            foreach (var sort in list.Sorts)
            {
                var whole = await list.Read(account.Api, names, sort + list.AtRest, WholePage);
                Assert.True(whole.Count >= FullAccount.Least, $"{list.Operation.Id} has {whole.Count} rows: let FullAccount have more.");
                Assert.Equal(whole.Count, whole.Distinct().Count());
                Assert.Equal(whole, await list.Read(account.Api, names, sort + list.AtRest, limit: 1));
                byOrder[sort] = whole;
            }

            foreach (var (sort, rows) in byOrder.Where(pair => pair.Key.Contains("=-", StringComparison.Ordinal)))
            {
                Assert.Equal(rows.AsEnumerable().Reverse(), byOrder[sort.Replace("=-", "=", StringComparison.Ordinal)]);
            }
        }
    }
}
