using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using static Cryptocardium.Modules.Tests.Kernel.SpotCommands;

namespace Cryptocardium.Modules.Tests.Kernel;

// Metrics and traces of the writers.
public sealed class CommitMetricsTests
{
    [DatabaseTheory]
    public async Task Commands_are_counted_with_the_commit_that_they_share(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        await table.Together(Add(1, 1), Add(2, 1), Add(1, 1));

        // Includes the command that the others waited behind.
        var commands = table.Meters.Of("writer.commit.commands");
        Assert.Equal(4, commands.Sum());
        Assert.InRange(commands.Count, 1, 2);
        Assert.Equal(commands.Count, table.Meters.Of("writer.commit.duration").Count);
    }

    [DatabaseTheory]
    public async Task The_queue_is_as_long_as_what_no_batch_has_taken(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        var hasBegun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var first = table.Run(async _ =>
        {
            hasBegun.TrySetResult();
            await mayEnd.Task;
            return 0;
        });
        await hasBegun.Task;

        var queued = Enumerable.Range(0, 3).Select(_ => table.Run(Add(1, 1))).ToList();

        Assert.Equal(3, table.Meters.Now("writer.queue.length"));
        mayEnd.SetResult();
        await Task.WhenAll([first, .. queued]);
        Assert.Equal(0, table.Meters.Now("writer.queue.length"));
    }

    // Trace and log scope of a command are those of its caller, whichever thread runs the batch.
    [DatabaseTheory]
    public async Task A_command_runs_with_what_is_known_of_its_own_call(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        var known = new AsyncLocal<int>();
        var mayEnd = new TaskCompletionSource();
        Task<int> Ask(int call)
        {
            known.Value = call;
            return table.Run(async _ =>
            {
                await mayEnd.Task;
                return known.Value;
            });
        }

        var asked = Enumerable.Range(1, 4).Select(Ask).ToList();
        mayEnd.SetResult();

        Assert.Equal((int[])[1, 2, 3, 4], await Task.WhenAll(asked));
    }
}
