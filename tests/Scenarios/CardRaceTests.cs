using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Two things happen to one card at once. Afterwards the answers and everything that can be seen are as if one had come after the other.
[Trait("Suite", "Soak")]
public sealed class CardRaceTests
{
    private const int AtOnce = 8;
    private const decimal MostPerRound = 250;

    [DatabaseTheory]
    public async Task Two_at_once_end_as_if_one_had_come_after_the_other(Engine engine)
    {
        var rounds = Budget.Of(everyChange: 10, soak: 200);
        var pairs =
            from first in Enumerable.Range(0, RacedCard.Actions.Length)
            from second in Enumerable.Range(first, RacedCard.Actions.Length - first)
            select (RacedCard.Actions[first], RacedCard.Actions[second]);
        await using var host = await TestHost.Start(engine);

        await Parallel.ForEachAsync(
            pairs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (pair, _) => await Race(host, pair.Item1, pair.Item2, rounds));

        await BooksAudit.Check(host.Database);
        Assert.DoesNotContain("Exception", host.Logs.Text, StringComparison.Ordinal);
    }

    // Every card has a twin for each of the two orders; its account is its own, so that the treasury is too.
    private static async Task Race(TestHost host, string first, string second, int rounds)
    {
        using var account = await host.SignUpWith((rounds + 2) * MostPerRound);
        var orders = new[] { await InOrder(account, first, second, isTurned: false), await InOrder(account, first, second, isTurned: true) };
        for (var round = 0; round < rounds; round++)
        {
            var card = await RacedCard.Issue(account);
            var isTurned = round % 2 == 1;
            var one = isTurned ? card.Do(second, 1) : card.Do(first, 0);
            var other = isTurned ? card.Do(first, 0) : card.Do(second, 1);
            var end = isTurned ? await State(card, await other, await one) : await State(card, await one, await other);
            Assert.True(
                orders.Contains(end),
                $"{first} and {second} at once, round {round}:\n{end}\n\nOne after the other:\n{string.Join("\n\n", orders)}");
        }
    }

    private static async Task<string> InOrder(TestAccount account, string first, string second, bool isTurned)
    {
        var card = await RacedCard.Issue(account);
        var late = isTurned ? await card.Do(second, 1) : "";
        var early = await card.Do(first, 0);
        return await State(card, early, isTurned ? late : await card.Do(second, 1));
    }

    private static async Task<string> State(RacedCard card, string first, string second) => $"{first}\n{second}\n{await card.Look()}";
}
