using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Networks reorder and repeat messages. Every sequence of messages has one documented final state.
[Trait("Suite", "Soak")]
public sealed class MessageOrderTests
{
    private const int AtOnce = 8;

    private static readonly string[] Messages = ["authorize", "increment", "capture", "part", "reverse", "refund"];

    [DatabaseTheory]
    public async Task Every_order_and_repetition_of_messages_ends_as_documented(Engine engine)
    {
        var sequences = Enumerable.Range(1, Budget.Of(everyChange: 4, soak: 5)).SelectMany(Sequences).ToList();
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(sequences.Count * 400 + 200);

        await Parallel.ForAsync(
            0, sequences.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => await Play(account, sequences[i], string.Create(CultureInfo.InvariantCulture, $"ref-{i}")));

        await BooksAudit.Check(host.Database);
        Assert.DoesNotContain("Exception", host.Logs.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Sequences(int length) => length == 0
        ? [[]]
        : from start in Sequences(length - 1) from next in Messages select (string[])[.. start, next];

    private static async Task Play(TestAccount account, string[] messages, string reference)
    {
        var purchase = new NetworkPurchase(account, await account.IssueCard(load: 100), reference);
        var model = new MessageOrder();
        foreach (var message in messages)
        {
            var expected = model.Take(message);
            var actual = await purchase.Send(message);
            Assert.True(expected == actual, $"{string.Join(", ", messages)}: {message} answered {actual}, not {expected}.");
        }

        var (money, view) = await purchase.Look();
        var there = string.Create(CultureInfo.InvariantCulture, $"{model.Available:0.00}/{model.Held:0.00}");
        Assert.True(there == money && model.View == view, $"{string.Join(", ", messages)}: {money} {view}, not {there} {model.View}.");
    }
}
