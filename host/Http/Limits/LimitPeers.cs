using System.Collections.Concurrent;

namespace Cryptocardium.Host.Http.Limits;

// The other nodes whose updates this node receives.
internal sealed class LimitPeers(string node, MemoryLimiter memory, SharedLimiter limiter)
{
    // A node that is silent for longer is considered stopped.
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, long> receivedAt = new();
    private volatile TaskCompletionSource echo = new();
    private long round;

    /// <summary>The number of rounds that all peers have received.</summary>
    public long Rounds { get; private set; }

    public int Others => receivedAt.Count(peer => TimeProvider.System.GetElapsedTime(peer.Value) < SilenceMax);

    /// <summary>The update of the next round.</summary>
    /// <returns>The update, and a task that ends when all peers have received it.</returns>
    public (LimitUpdate Update, Task Echo) Next(IReadOnlyList<(LimitKey Key, int Calls)> passed)
    {
        echo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (new LimitUpdate(node, ++round, passed), echo.Task);
    }

    public void Receive(string text)
    {
        var update = LimitUpdate.Parse(text);
        if (update.Node == node)
        {
            if (update.Round == round)
            {
                Rounds++;
                echo.TrySetResult();
            }

            return;
        }

        // A new peer does not know this node yet.
        var isNew = !receivedAt.ContainsKey(update.Node);
        receivedAt[update.Node] = TimeProvider.System.GetTimestamp();
        if (isNew)
        {
            limiter.RequestRound();
        }

        foreach (var (key, calls) in update.Passed)
        {
            memory.Add(key, calls);
        }
    }
}
