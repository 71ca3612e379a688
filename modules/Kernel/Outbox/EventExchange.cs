using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Outbox;

// Wakes readers of the outbox on the other nodes of one PostgreSQL. Notifications are sent outside of the commits, because PostgreSQL
// serializes the commits of transactions that notify.
internal sealed partial class EventExchange(Database database, EventSignal signal, IdSource ids, ILogger<EventExchange> logger) : BackgroundService
{
    private const string Channel = "kernel_events";
    private const string AnyAccount = "*";
    private const char Separator = ' ';

    // The pause between two notifications, so that many commits share one.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly string node = ids.NewText("node");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Engine != Engine.Postgres)
        {
            return;
        }

        using var local = signal.Listen(account: null);
        var isInterrupted = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Exchange(local, () => isInterrupted = false, stoppingToken);
            }
#pragma warning disable CA1031 // an exception here would stop the program
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (!isInterrupted)
                {
                    LogInterrupted(logger, exception);
                }

                isInterrupted = true;
                await Task.Delay(RetryDelay, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task Exchange(EventListener local, Action opened, CancellationToken cancellationToken)
    {
        await using var channel = await NodeChannel.Open(database, Channel, text => Receive(text, local), cancellationToken);

        opened();

        // Notifications sent before this connection began to listen are lost.
        signal.WakeAll(except: local);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = channel.Listen(ends.Token);
        var sending = Send(channel, local, ends.Token);
        try
        {
            await await Task.WhenAny(listening, sending);
        }
        finally
        {
            await ends.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Send(NodeChannel channel, EventListener local, CancellationToken cancellationToken)
    {
        while (true)
        {
            var accounts = await local.Wait(cancellationToken);
            if (accounts is not { Count: 0 })
            {
                await channel.Send(Text(accounts), cancellationToken);
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private string Text(IReadOnlySet<AccountId>? accounts)
    {
        var text = string.Join(Separator, accounts is null ? [node, AnyAccount] : [node, .. accounts.Select(account => account.Value)]);
        return text.Length <= NodeChannel.TextBytesMax ? text : $"{node}{Separator}{AnyAccount}";
    }

    private void Receive(string text, EventListener local)
    {
        var words = text.Split(Separator);
        if (words[0] == node)
        {
            return;
        }

        if (words is [_, AnyAccount])
        {
            signal.WakeAll(except: local);
        }
        else
        {
            signal.Wake([.. words[1..].Select(word => new AccountId(word))], except: local);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The exchange of event signals between nodes is interrupted; until it resumes, this node wakes only its own readers.")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);
}
