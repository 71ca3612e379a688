using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;

namespace Cryptocardium.Host.Http.Limits;

// Tells the nodes on one PostgreSQL of each other's calls. While it cannot, each node counts for itself.
internal sealed partial class LimitExchange(
    Database database, MemoryLimiter memory, SharedLimiter limiter, IdSource ids, ILogger<LimitExchange> logger) : BackgroundService
{
    private const string Channel = "rate_limits";

    // Between two rounds, so that many calls share one.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // A sign of life, also when there is nothing to tell.
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan EchoMax = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (database.Engine == Engine.Postgres && !stoppingToken.IsCancellationRequested)
        {
            var circle = new LimitPeers(ids.NewText("node"), memory, limiter);
            try
            {
                await BufferedBody(circle, stoppingToken);
            }
            catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
            {
                LogAlone(logger, exception);
            }

            limiter.SetPeerCount(0);
            limiter.BeginRound()();
            await Task.Delay(HeartbeatInterval, TimeProvider.System, stoppingToken);
        }
    }

    private async Task BufferedBody(LimitPeers circle, CancellationToken cancellationToken)
    {
        await using var channel = await NodeChannel.Open(database, Channel, circle.Receive, cancellationToken);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listener = channel.Listen(listening.Token);
        try
        {
            while (true)
            {
                await SendRound(circle, channel, listener, cancellationToken);
                await limiter.WaitForRound(HeartbeatInterval, cancellationToken);
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
        finally
        {
            await listening.CancelAsync();
            await listener.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Everybody has heard it when its own last word comes back: all hear everything in one order.
    private async Task SendRound(LimitPeers circle, NodeChannel channel, Task listener, CancellationToken cancellationToken)
    {
        var endRound = limiter.BeginRound();
        var meters = new List<CallerWindows>();
        try
        {
            var (news, echo) = circle.Next(Passed(meters));
            foreach (var text in news.Texts())
            {
                await channel.Send(text, cancellationToken);
            }

            var first = await Task.WhenAny(listener, echo).WaitAsync(EchoMax, TimeProvider.System, cancellationToken);
            await first;
            limiter.SetPeerCount(circle.Others);
        }
        finally
        {
            meters.ForEach(meter => meter.EndReport());
            endRound();
        }
    }

    private List<(LimitKey Key, int Calls)> Passed(List<CallerWindows> meters)
    {
        var passed = new List<(LimitKey Key, int Calls)>();
        foreach (var (key, meter) in memory.DrainReports())
        {
            meters.Add(meter);
            passed.Add((key, meter.BeginReport()));
        }

        return passed;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes cannot be told how many calls passed; this one counts for itself until they can.")]
    private static partial void LogAlone(ILogger logger, Exception exception);
}
