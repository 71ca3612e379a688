using System.Collections.Concurrent;
using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class BoundedWorkTests
{
    private static readonly (string Lane, int Number)[] Due = [.. Enumerable.Range(0, 40).Select(i => ($"lane {i % 8}", i))];

    [Fact]
    public async Task Each_lane_keeps_its_order_and_all_rows_are_counted()
    {
        var done = new ConcurrentQueue<(string Lane, int Number)>();
        var further = await BoundedWork.Run(Due, row => row.Lane, 4, async (row, _) =>
        {
            await Task.Yield();
            done.Enqueue(row);
            return row.Number % 2 == 0;
        }, CancellationToken.None);

        Assert.Equal(20, further);
        foreach (var lane in done.GroupBy(row => row.Lane))
        {
            Assert.Equal(lane.Select(row => row.Number).Order(), lane.Select(row => row.Number));
        }

        Assert.Equal(Due.Order(), done.Order());
    }

    [Fact]
    public async Task No_more_than_the_bound_are_under_way_and_as_many_as_the_bound_can_be()
    {
        var (now, most) = (0, 0);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await BoundedWork.Run(Due, row => row.Lane, 3, async (_, _) =>
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            if (running == 3)
            {
                all.TrySetResult();
            }

            // Every worker waits until all three have begun.
            await all.Task;
            Interlocked.Decrement(ref now);
            return true;
        }, CancellationToken.None);
        Assert.Equal(3, most);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
