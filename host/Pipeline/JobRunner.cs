using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Host.Pipeline;

// Runs each job at its interval, on the injected clock. A failed run is repeated at the next tick.
internal sealed class JobRunner(JobRun run, IEnumerable<Job> jobs, TimeProvider clock) : BackgroundService
{
    private const int RunsAtOnce = 1_000;

    // The program is not ready before the jobs that run once, so their first run does not wait for their interval.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    // Runs a job until it has no more work, at most RunsAtOnce times.
    public async Task RunOnce(Job job, CancellationToken cancellationToken)
    {
        for (var runs = 0; runs < RunsAtOnce; runs++)
        {
            if (!await Run(job, cancellationToken))
            {
                return;
            }
        }
    }

    private Task<bool> Run(Job job, CancellationToken cancellationToken) => job.TakesLong
        ? Task.Factory.StartNew(
            () => run.Run(job, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()
        : run.Run(job, cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => Repeat(job, stoppingToken)));

    private async Task Repeat(Job job, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(job.Once ? AtOnce : job.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await TryRun(job, stoppingToken) && job.Once)
                {
                    return;
                }

                if (job.Once)
                {
                    timer.Period = job.Every;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task<bool> TryRun(Job job, CancellationToken stoppingToken)
    {
        try
        {
            await RunOnce(job, stoppingToken);
            return true;
        }
#pragma warning disable CA1031 // a job outlives a failed run
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // JobRun has logged it, with the id of the run.
            return false;
        }
    }
}
