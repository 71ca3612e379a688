using System.Threading.Channels;

namespace Cryptocardium.Host.Http.Limits;

// Nodes that share a database count together. Each lets a few calls of a caller pass that the others have not heard of, and then makes the
// next ones wait until they have: so all of them together let hardly more pass than one alone would, however quickly the calls come.
internal sealed class SharedLimiter(MemoryLimiter memory) : IRateLimiter
{
    private readonly Channel<bool> wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TaskCompletionSource round = New();
    private volatile int otherNodes;

    public async ValueTask<LimitVerdict> Acquire(LimitKey key, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = round;
            var verdict = memory.Acquire(key, otherNodes);
            if (verdict is null || memory.HasReports)
            {
                RequestRound();
            }

            if (verdict is { } decided)
            {
                return decided;
            }

            await next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Asks for a round of telling.</summary>
    public void RequestRound() => wanted.Writer.TryWrite(true);

    /// <summary>Waits until a round is asked for, or until it is time for one anyway.</summary>
    public async Task WaitForRound(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(atMost);
        try
        {
            await wanted.Reader.ReadAsync(time.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time.
        }
    }

    /// <summary>Begins a round: who has to wait from now on waits for the next one.</summary>
    /// <returns>Ends the waiting for this one.</returns>
    public Action BeginRound()
    {
        var ended = round;
        round = New();
        return ended.SetResult;
    }

    /// <summary>How many others let calls pass; none when they cannot be heard, since then each counts for itself.</summary>
    public void SetPeerCount(int others) => otherNodes = others;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
