using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Two concurrent actions on one captured purchase, on PostgreSQL from two nodes. The result must be that of some serial order.
[Trait("Suite", "Soak")]
public sealed class DisputePairTests
{
    private const int AtOnce = 4;
    private const int MostPerRound = 25;

    private sealed record Pair(string First, string Second, bool IsDisputed);

    [DatabaseTheory]
    public async Task Two_at_once_end_as_if_one_had_come_after_the_other(Engine engine)
    {
        var rounds = Budget.Of(everyChange: 4, soak: 200);
        var pairs = Pairs(RacedDispute.ToPurchases, isDisputed: false).Concat(Pairs(RacedDispute.ToDisputes, isDisputed: true));
        await using var database = await TestDatabase.Create(engine);
        using var one = await ServerProcess.Start(database);
        using var other = engine == Engine.Postgres ? await ServerProcess.Start(database) : null;
        Uri[] servers = [one.Server, (other ?? one).Server];

        await Task.WhenAll(
            from pair in pairs.Index()
            group pair.Item by pair.Index % AtOnce into lane
            select Race(servers, $"lane{lane.Key}@example.com", [.. lane], rounds));

        one.Kill();
        other?.Kill();
        await BooksAudit.Check(database);
    }

    private static IEnumerable<Pair> Pairs(string[] actions, bool isDisputed) =>
        from first in Enumerable.Range(0, actions.Length)
        from second in Enumerable.Range(first, actions.Length - first)
        select new Pair(actions[first], actions[second], isDisputed);

    private static async Task Race(Uri[] servers, string email, Pair[] pairs, int rounds)
    {
        using var anonymous = new ApiClient(servers[0]);
        var account = await TestAccount.Created(anonymous.PostUntilTaken(
            "/v1/accounts", new { email, password = TestAccount.Password }, email));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var one = new ApiClient(servers[0], bearer);
        using var other = new ApiClient(servers[1], bearer);
        var treasury = pairs.Length * (rounds + 2) * MostPerRound;
        var topup = await TestAccount.Created(one.Post("/v1/topups", new { amount_usd = treasury, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(one.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        foreach (var pair in pairs)
        {
            await Race([one, other], pair, rounds);
        }
    }

    private static async Task Race(ApiClient[] nodes, Pair pair, int rounds)
    {
        var orders = new[] { await InOrder(nodes, pair, isTurned: false), await InOrder(nodes, pair, isTurned: true) };
        for (var round = 0; round < rounds; round++)
        {
            var raced = await RacedDispute.Begin(nodes, pair.IsDisputed);
            var (first, second) = (raced.Do(pair.First, round % 2), raced.Do(pair.Second, 1 - (round % 2)));
            var end = $"{await first}\n{await second}\n{await raced.Look()}";
            Assert.True(orders.Contains(end), $"{pair} at once, round {round}:\n{end}\n\nIn order:\n{string.Join("\n\n", orders)}");
        }
    }

    private static async Task<string> InOrder(ApiClient[] nodes, Pair pair, bool isTurned)
    {
        var raced = await RacedDispute.Begin(nodes, pair.IsDisputed);
        var late = isTurned ? await raced.Do(pair.Second, 0) : "";
        var early = await raced.Do(pair.First, 0);
        return $"{early}\n{(isTurned ? late : await raced.Do(pair.Second, 0))}\n{await raced.Look()}";
    }
}
