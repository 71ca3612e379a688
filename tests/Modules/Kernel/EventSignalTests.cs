using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class EventSignalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [DatabaseTheory]
    public async Task A_commit_wakes_the_readers_of_its_accounts_and_no_others(Engine engine)
    {
        await using var stored = await TestDatabase.Create(engine);
        await using var nodes = OutboxNodes.Start(stored, count: 1, areConnected: false);
        using var mine = nodes.Listen(0);
        using var other = nodes.Listen(1);

        var woken = other.Wait(CancellationToken.None).AsTask();

        // After the second wake all of the first is over.
        for (var commit = 0; commit < 2; commit++)
        {
            await nodes.Run(0, 0, OutboxNodes.Raise(0));
            await mine.Wait(CancellationToken.None).AsTask().WaitAsync(Patience);
        }

        Assert.False(woken.IsCompleted);
    }

    [PostgresFact]
    public async Task A_commit_on_one_node_wakes_readers_on_another()
    {
        await using var stored = await TestDatabase.Create(Engine.Postgres);
        await using var nodes = OutboxNodes.Start(stored, count: 2);
        using var patience = new CancellationTokenSource(Patience);

        // The first node writes, the second listens: once both are connected, a commit is signalled.
        using var listener = nodes.Listen(1);
        var woken = listener.Wait(patience.Token).AsTask();
        while (!woken.IsCompleted)
        {
            await nodes.Run(0, 1, OutboxNodes.Raise(1));
            await Task.WhenAny(woken, Task.Delay(50, patience.Token));
        }

        await woken;
        Assert.NotEmpty(await nodes.After(1, 1, 0, 1));
    }
}
