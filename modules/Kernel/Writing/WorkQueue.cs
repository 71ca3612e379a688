using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Cryptocardium.Kernel.Writing;

// The queued commands of a writer. The lock lets a reader decide on the oldest command and take it in one step.
internal sealed class WorkQueue(int limit)
{
    private readonly Channel<WorkItem> channel = Channel.CreateBounded<WorkItem>(limit);
    private readonly Lock reading = new();

    public int Count => channel.Reader.Count;

    public bool IsEmpty => !channel.Reader.TryPeek(out _);

    public bool TryWrite(WorkItem item) => channel.Writer.TryWrite(item);

    public bool TryRead([NotNullWhen(true)] out WorkItem? item) => TryRead(static _ => true, out item);

    /// <summary>Takes the oldest command if it is older than a time.</summary>
    public bool TryReadOlderThan(TimeSpan age, [NotNullWhen(true)] out WorkItem? item) => TryRead(oldest => oldest.Age > age, out item);

    /// <summary>Refuses further commands.</summary>
    public void Close() => channel.Writer.TryComplete();

    private bool TryRead(Func<WorkItem, bool> accepts, [NotNullWhen(true)] out WorkItem? item)
    {
        lock (reading)
        {
            item = null;
            return channel.Reader.TryPeek(out var oldest) && accepts(oldest) && channel.Reader.TryRead(out item);
        }
    }
}
