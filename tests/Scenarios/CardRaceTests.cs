using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Two concurrent actions on one card. Responses and state must be those of some serial order.
[Trait("Suite", "Soak")]
public sealed class CardRaceTests
{
    private const int AtOnce = 8;
    private const int MostPerRound = 250;
    private const int Orders = 2;

    [DatabaseTheory]
    public async Task Two_at_once_end_as_if_one_had_come_after_the_other(Engine engine)
    {
        var rounds = Budget.Of(everyChange: 10, soak: 200);
        var pairs =
            from first in Enumerable.Range(0, RacedCard.Actions.Length)
            from second in Enumerable.Range(first, RacedCard.Actions.Length - first)
            select (RacedCard.Actions[first], RacedCard.Actions[second]);
        await using var database = await TestDatabase.Create(engine);
        using var one = await ServerProcess.Start(database);

        // A node runs one command after the other, so only two nodes make commands meet in the database. SQLite allows one node.
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

    // Pairs and rounds run one after the other, so that only they change the treasury.
    private static async Task Race(Uri[] servers, string email, (string First, string Second)[] pairs, int rounds)
    {
        var bearer = await SignUp(servers[0], email);
        using var one = new ApiClient(servers[0], bearer);
        using var other = new ApiClient(servers[1], bearer);
        foreach (var (first, second) in pairs)
        {
            var topup = new { amount_usd = (rounds + Orders) * MostPerRound, asset = "USDT", chain = "tron" };
            var paid = await TestAccount.Created(one.Post("/v1/topups", topup));
            await TestAccount.Ok(one.Post($"/v1/simulate/topups/{paid["id"]}/deposit"));
            await Race([one, other], first, second, rounds);
        }
    }

    // The results of both serial orders are computed first, on cards of their own.
    private static async Task Race(ApiClient[] nodes, string first, string second, int rounds)
    {
        var orders = new[] { await InOrder(nodes, first, second, isTurned: false), await InOrder(nodes, first, second, isTurned: true) };
        for (var round = 0; round < rounds; round++)
        {
            var card = await RacedCard.Issue(nodes);
            var isTurned = round % 2 == 1;
            var early = isTurned ? card.Do(second, 1) : card.Do(first, 0);
            var late = isTurned ? card.Do(first, 0) : card.Do(second, 1);
            var end = await State(card, await (isTurned ? late : early), await (isTurned ? early : late));
            Assert.True(
                orders.Contains(end),
                $"{first} and {second} at once, round {round}:\n{end}\n\nOne after the other:\n{string.Join("\n\n", orders)}");
        }
    }

    private static async Task<string> SignUp(Uri server, string email)
    {
        using var anonymous = new ApiClient(server);
        var account = await TestAccount.Created(anonymous.PostUntilTaken(
            "/v1/accounts", new { email, password = TestAccount.Password }, email));
        return account.Json.GetProperty("session").GetProperty("token").GetString()!;
    }

    private static async Task<string> InOrder(ApiClient[] nodes, string first, string second, bool isTurned)
    {
        var card = await RacedCard.Issue(nodes);
        var late = isTurned ? await card.Do(second, 1) : "";
        var early = await card.Do(first, 0);
        return await State(card, early, isTurned ? late : await card.Do(second, 1));
    }

    private static async Task<string> State(RacedCard card, string first, string second) => $"{first}\n{second}\n{await card.Look()}";
}
