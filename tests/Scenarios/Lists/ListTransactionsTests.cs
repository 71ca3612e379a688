using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

[Trait("Suite", "Soak")]
public sealed class ListTransactionsTests
{
    private static readonly int Many = Budget.Of(everyChange: 3_000, soak: 100_000);
    private static readonly int Few = Budget.Of(everyChange: 200, soak: 2_000);

    // Slow enough that reading row by row in ascending order ends.
    private static readonly TimeSpan BetweenPurchases = TimeSpan.FromMilliseconds(20);

    [DatabaseTheory]
    public async Task No_transaction_is_met_twice_or_missed_while_others_come(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await Walk(host, Many, 25, 100);
        await Walk(host, Few, 1);
    }

    private static async Task Walk(TestHost host, int count, params int[] limits)
    {
        using var account = await host.SignUpWith(100_000);
        var card = await ManyTransactions.Give(host.Database, account, count);
        using var stop = new CancellationTokenSource();
        var buying = Buy(account, card, stop.Token);
        foreach (var limit in limits)
        {
            foreach (var sort in ContractList.Of("listTransactions").Sorts)
            {
                await Walk(host.Database, account, sort, limit);
            }
        }

        await stop.CancelAsync();
        Assert.InRange(await buying, limits.Length, int.MaxValue);
    }

    private static async Task Walk(TestDatabase database, TestAccount account, string sort, int limit)
    {
        var before = await Amounts(database, account);

        var found = await ListWalk.Ids(account.Api, "/v1/transactions", sort, limit);

        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Empty(before.Keys.Except(found));
        var amounts = await Amounts(database, account);
        var ordered = found.Order(StringComparer.Ordinal);
        ordered = sort.Contains("amount", StringComparison.Ordinal) ? found.OrderBy(id => amounts[id]).ThenBy(id => id, StringComparer.Ordinal) : ordered;
        Assert.Equal(sort.Contains("=-", StringComparison.Ordinal) ? ordered.Reverse() : ordered, found);
    }

    private static async Task<int> Buy(TestAccount account, string card, CancellationToken stop)
    {
        var bought = 0;
        while (!stop.IsCancellationRequested)
        {
            await account.Authorize(card, (bought++ % ManyTransactions.Amounts + 1) / 100m);
            await Task.Delay(BetweenPurchases, CancellationToken.None);
        }

        return bought;
    }

    private static async Task<Dictionary<string, long>> Amounts(TestDatabase database, TestAccount account) =>
        (await DatabaseRows.Of(
            database, $"SELECT id, amount FROM cards_transaction WHERE account_id = '{account.Id}'", row => (Id: row.GetString(0), Amount: row.GetInt64(1))))
        .ToDictionary(row => row.Id, row => row.Amount);
}
