using System.Collections.Concurrent;

namespace Cryptocardium.Host.Http.Limits;

// The nodes that this one hears.
internal sealed class LimitPeers(string node, MemoryLimiter memory, SharedLimiter limiter)
{
    // A node that was silent for so long lets nothing pass.
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, long> heardAt = new();
    private volatile TaskCompletionSource echo = new();
    private long round;

    public int Others => heardAt.Count(heard => TimeProvider.System.GetElapsedTime(heard.Value) < SilenceMax);

    /// <summary>What is told next.</summary>
    /// <returns>The news, and what ends when all have heard them.</returns>
    public (LimitUpdate News, Task Echo) Next(IReadOnlyList<(LimitKey Key, int Calls)> passed)
    {
        echo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (new LimitUpdate(node, ++round, passed), echo.Task);
    }

    public void Receive(string text)
    {
        var news = LimitUpdate.Parse(text);
        if (news.Node == node)
        {
            if (news.Round == round)
            {
                echo.TrySetResult();
            }

            return;
        }

        // Who is new does not know of us.
        var isNew = !heardAt.ContainsKey(news.Node);
        heardAt[news.Node] = TimeProvider.System.GetTimestamp();
        if (isNew)
        {
            limiter.RequestRound();
        }

        foreach (var (key, calls) in news.Passed)
        {
            memory.Add(key, calls);
        }
    }
}
