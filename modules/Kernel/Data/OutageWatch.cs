using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Data;

// Probes the database, and logs when it goes away and when it is back, with the count of failures in between.
internal sealed partial class OutageWatch(Database database, DatabaseProbe probe, ILogger<OutageWatch> logger) : BackgroundService
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(ProbeEvery, TimeProvider.System, stoppingToken);

                // A server is probed before any statement fails, which takes longer to find that it gets no response.
                if (database.Engine == Engine.Postgres || database.Outage.HasFailures)
                {
                    await Decide(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The host is stopping.
            }
        }
    }

    private async Task Decide(CancellationToken cancellationToken)
    {
        if (await IsAnswering())
        {
            var failures = database.Outage.TakeFailures();
            if (database.Outage.TakeFullDisk())
            {
                LogFullDisk(logger, failures);
            }
            else if (failures > 0)
            {
                LogNoResponse(logger, failures);
            }

            return;
        }

        var begun = TimeProvider.System.GetTimestamp();
        database.Outage.IsDown = true;
        LogAway(logger);
        do
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
        while (!await IsAnswering());

        // A full disk that was met before the outage must not explain a later failure.
        database.Outage.TakeFullDisk();
        database.Outage.IsDown = false;
        LogBack(logger, (long)TimeProvider.System.GetElapsedTime(begun).TotalSeconds, database.Outage.TakeFailures());
    }

    private async Task<bool> IsAnswering()
    {
        try
        {
            return (await probe.Check()).IsAnswering;
        }
#pragma warning disable CA1031 // an exception here would stop the program; a database that cannot be probed does not answer
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!database.Outage.IsDown)
            {
                LogProbeFailed(logger, exception);
            }

            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The database does not answer. Requests are answered 503 and jobs wait until it does.")]
    private static partial void LogAway(ILogger logger);

    [LoggerMessage(2, LogLevel.Error, "The database answers again after {Seconds} s; {Failures} requests and runs of jobs had no response.")]
    private static partial void LogBack(ILogger logger, long seconds, int failures);

    [LoggerMessage(3, LogLevel.Warning, "{Failures} requests or runs of jobs were refused or had no response from the database, which answers.")]
    private static partial void LogNoResponse(ILogger logger, int failures);

    [LoggerMessage(4, LogLevel.Error, "The disk of the database is full; free some space. {Failures} requests or runs of jobs stored nothing.")]
    private static partial void LogFullDisk(ILogger logger, int failures);

    [LoggerMessage(5, LogLevel.Error, "The probe of the database failed.")]
    private static partial void LogProbeFailed(ILogger logger, Exception exception);
}
