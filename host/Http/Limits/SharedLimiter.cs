using System.Threading.Channels;

namespace Cryptocardium.Host.Http.Limits;

// Counts together with the other nodes of the database. A node admits a few calls of a caller without a report; the next calls wait until
// the other nodes have received one. All nodes together admit hardly more calls than one node would.
internal sealed class SharedLimiter(MemoryLimiter memory) : IRateLimiter
{
    private readonly Channel<bool> wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TaskCompletionSource round = New();
    private volatile int otherNodes;

    public async ValueTask<LimitVerdict> Acquire(LimitKey key, bool isInFlight, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = round;
            var verdict = memory.Acquire(key, isInFlight, otherNodes);
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

    /// <summary>Requests a round of the exchange.</summary>
    public void RequestRound() => wanted.Writer.TryWrite(true);

    /// <summary>Waits until a round is requested, or until the time has passed.</summary>
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
            // The time has passed.
        }
    }

    /// <summary>Begins a round; calls that start to wait from now on wait for the next one.</summary>
    /// <returns>Releases the calls that wait for this round.</returns>
    public Action BeginRound()
    {
        var ended = round;
        round = New();
        return ended.SetResult;
    }

    /// <summary>Sets the number of other nodes; 0 while the exchange fails, so that this node counts alone.</summary>
    public void SetPeerCount(int others) => otherNodes = others;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
