using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Runs each job at its pace, on the injected clock. A run that fails is logged, and tried again at its next time.
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, IEnumerable<Job> jobs, JobHealth health, TimeProvider clock, IdSource ids, ILogger<JobRunner> logger) : BackgroundService
{
    private const int RunsAtOnce = 1_000;

    // Runs a job until it has no more to do, at most so often that others get their turn.
    public async Task RunOnce(Job job, CancellationToken cancellationToken)
    {
        for (var run = 0; run < RunsAtOnce; run++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var call = scope.ServiceProvider.GetRequiredService<Call>();
            call.Caller = Caller.Job;
            call.RequestId = ids.NewText("req");
            if (!await Send(job, scope.ServiceProvider.GetRequiredService<ISender>(), cancellationToken))
            {
                return;
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => Repeat(job, stoppingToken)));

    private async ValueTask<bool> Send(Job job, ISender sender, CancellationToken cancellationToken)
    {
        try
        {
            var hasMore = await job.Send(sender, cancellationToken);
            health.Note(job, hasSucceeded: true);
            return hasMore;
        }
        catch
        {
            health.Note(job, hasSucceeded: false);
            throw;
        }
    }

    private async Task Repeat(Job job, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(job.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await TryRun(job, stoppingToken) && job.Once)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
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
            LogFailed(logger, job.Name, exception);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Job {Job} failed; it runs again at its next time.")]
    private static partial void LogFailed(ILogger logger, string job, Exception exception);
}
