using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;

namespace Cryptocardium.Host.Http.Limits;

// Exchanges counts of calls between the nodes of one PostgreSQL. While the exchange fails, each node counts alone.
internal sealed partial class LimitExchange(
    Database database, MemoryLimiter memory, SharedLimiter limiter, IdSource ids, ILogger<LimitExchange> logger) : BackgroundService
{
    private const string Channel = "rate_limits";

    // The pause between two rounds, so that many calls share one.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // A round is sent at this interval even without calls, so that peers know that this node is alive.
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan EchoMax = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isLogged = false;
        while (database.Engine == Engine.Postgres && !stoppingToken.IsCancellationRequested)
        {
            var peers = new LimitPeers(ids.NewText("node"), memory, limiter);
            try
            {
                await Exchange(peers, stoppingToken);
            }
#pragma warning disable CA1031 // an exception here would stop the program
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                // Further attempts that end before their first round are the same interruption.
                if (!isLogged || peers.Rounds > 0)
                {
                    LogAlone(logger, exception);
                }

                isLogged = true;
            }

            await Task.Delay(HeartbeatInterval, TimeProvider.System, stoppingToken);
        }
    }

    private async Task Exchange(LimitPeers peers, CancellationToken cancellationToken)
    {
        await using var channel = await NodeChannel.Open(database, Channel, peers.Receive, cancellationToken);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listener = channel.Listen(listening.Token);
        try
        {
            while (true)
            {
                await SendRound(peers, channel, listener, cancellationToken);
                await limiter.WaitForRound(HeartbeatInterval, cancellationToken);
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
        finally
        {
            // Before the connections are closed, which may take as long as the server does not respond: no call waits for a round meanwhile.
            limiter.SetPeerCount(0);
            limiter.BeginRound()();
            await listening.CancelAsync();
            await listener.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // All nodes receive all messages in one order, so every peer has this round once its last message comes back.
    private async Task SendRound(LimitPeers peers, NodeChannel channel, Task listener, CancellationToken cancellationToken)
    {
        var endRound = limiter.BeginRound();
        var reported = new List<CallerWindows>();
        try
        {
            var (update, echo) = peers.Next(Passed(reported));
            foreach (var text in update.Texts())
            {
                await channel.Send(text, cancellationToken).WaitAsync(EchoMax, TimeProvider.System, cancellationToken);
            }

            var first = await Task.WhenAny(listener, echo).WaitAsync(EchoMax, TimeProvider.System, cancellationToken);
            await first;
            limiter.SetPeerCount(peers.Others);
        }
        finally
        {
            reported.ForEach(windows => windows.EndReport());
            endRound();
        }
    }

    private List<(LimitKey Key, int Calls)> Passed(List<CallerWindows> reported)
    {
        var passed = new List<(LimitKey Key, int Calls)>();
        foreach (var (key, windows) in memory.DrainReports())
        {
            reported.Add(windows);
            passed.Add((key, windows.BeginReport()));
        }

        return passed;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rate limit counts cannot be exchanged with other nodes; this node counts alone until they can.")]
    private static partial void LogAlone(ILogger logger, Exception exception);
}
