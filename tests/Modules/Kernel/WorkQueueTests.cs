using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class WorkQueueTests
{
    [Fact]
    public void A_command_that_is_not_late_stays_in_the_queue()
    {
        var queue = new WorkQueue(limit: 2);
        var item = new WorkItem<int>(static _ => new ValueTask<int>(1));
        Assert.True(queue.TryWrite(item));

        Assert.False(queue.TryReadOlderThan(TimeSpan.MaxValue, out _));
        Assert.Equal((1, false), (queue.Count, queue.IsEmpty));
        Assert.True(queue.TryReadOlderThan(TimeSpan.MinValue, out var late));
        Assert.Same(item, late);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void A_full_or_closed_queue_refuses_commands_and_keeps_those_that_it_has()
    {
        var queue = new WorkQueue(limit: 1);
        var item = new WorkItem<int>(static _ => new ValueTask<int>(1));
        Assert.True(queue.TryWrite(item));
        Assert.False(queue.TryWrite(item));

        queue.Close();
        Assert.True(queue.TryRead(out var read));
        Assert.Same(item, read);
        Assert.False(queue.TryWrite(item));
    }
}
