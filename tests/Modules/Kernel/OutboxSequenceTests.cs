using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Modules.Tests.Kernel;

/// <summary>The sequence of an account's events: 1, 2, 3 without a gap, in the order in which readers can see them.</summary>
public sealed class OutboxSequenceTests
{
    private const int AccountCount = 50;
    private const int WriterCount = 64;
    private const int PageSize = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [DatabaseTheory]
    [Trait("Suite", "Soak")]
    public async Task Events_of_many_writers_are_numbered_without_a_gap_and_no_reader_misses_one(Engine engine)
    {
        var total = Budget.Of(everyChange: 5_000, soak: 100_000);
        await using var stored = await TestDatabase.Create(engine);
        await using var nodes = OutboxNodes.Start(stored, count: engine == Engine.Postgres ? 2 : 1);
        using var patience = new CancellationTokenSource(Patience);
        using var done = new CancellationTokenSource();

        var readers = Enumerable.Range(0, AccountCount).Select(account => Follow(nodes, account, done.Token, patience.Token)).ToList();
        var left = total;
        await Task.WhenAll(Enumerable.Range(0, WriterCount).Select(writer => Write(nodes, writer, () => Interlocked.Decrement(ref left))))
            .WaitAsync(patience.Token);
        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);

        Assert.Equal(total, seen.Sum(events => events.Count));
        Assert.All(seen, events => Assert.Equal(Enumerable.Range(1, events.Count).Select(place => (long)place), events));
    }

    [DatabaseTheory]
    public async Task A_refused_command_of_a_batch_takes_no_number(Engine engine)
    {
        await using var stored = await TestDatabase.Create(engine);
        await using var nodes = OutboxNodes.Start(stored, count: 1);

        await nodes.Together(
            OutboxNodes.Raise(0), OutboxNodes.Refused(OutboxNodes.Raise(0)), OutboxNodes.Raise(0), OutboxNodes.Refused(OutboxNodes.RaiseAndWrite(0)),
            OutboxNodes.Raise(0));

        Assert.Equal([1, 2, 3], (await nodes.After(0, 0, 0, PageSize)).Select(raised => raised.Sequence));
    }

    [DatabaseTheory]
    public async Task Events_of_one_command_are_numbered_in_the_order_in_which_they_were_raised(Engine engine)
    {
        await using var stored = await TestDatabase.Create(engine);
        await using var nodes = OutboxNodes.Start(stored, count: 1);

        await nodes.Together(
            OutboxNodes.Raise(0, EventTypes.CardIssued, EventTypes.CardLoaded), OutboxNodes.Raise(1, EventTypes.CardFrozen),
            OutboxNodes.Raise(0, EventTypes.CardUnloaded, EventTypes.CardCancelled));

        Assert.Equal(
            ["card.issued 1", "card.loaded 2", "card.unloaded 3", "card.cancelled 4"],
            (await nodes.After(0, 0, 0, PageSize)).Select(raised => $"{raised.Type} {raised.Sequence}"));
        Assert.Equal(["card.frozen 1"], (await nodes.After(0, 1, 0, PageSize)).Select(raised => $"{raised.Type} {raised.Sequence}"));
    }

    // Each writer works for all accounts in turn, and every tenth command is refused after it has raised its event.
    private static async Task Write(OutboxNodes nodes, int writer, Func<int> takeOne)
    {
        for (var round = 0; takeOne() >= 0; round++)
        {
            var account = (writer + round) % AccountCount;
            var raise = round % 2 == 0 ? OutboxNodes.Raise(account) : OutboxNodes.RaiseAndWrite(account);
            await nodes.Run(writer, account, raise);
            if (round % 10 == 0)
            {
                await Assert.ThrowsAsync<InvalidTimeZoneException>(() => nodes.Run(writer, account, OutboxNodes.Refused(raise)));
            }
        }
    }

    // Reads on from the last sequence seen, until all is written and read.
    private static async Task<List<long>> Follow(OutboxNodes nodes, int account, CancellationToken done, CancellationToken patience)
    {
        var seen = new List<long>();
        using var listener = nodes.Listen(account);
        while (true)
        {
            var isLast = done.IsCancellationRequested;
            var next = await nodes.After(account, account, seen.LastOrDefault(), PageSize);
            seen.AddRange(next.Select(raised => raised.Sequence));
            if (next.Count == 0)
            {
                if (isLast)
                {
                    return seen;
                }

                using var either = CancellationTokenSource.CreateLinkedTokenSource(done, patience);
                await ((Task)listener.Wait(either.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                patience.ThrowIfCancellationRequested();
            }
        }
    }
}
