using System.Diagnostics.Metrics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Host.Pipeline;

// Runs a job once. A run has a span and a request id, which all its messages share.
internal sealed partial class JobRun(
    IServiceScopeFactory scopes, JobHealth health, Database database, IdSource ids, IMeterFactory meters, ILogger<JobRun> logger)
{
    private static readonly Func<ILogger, string, string, IDisposable?> RunScope =
        LoggerMessage.DefineScope<string, string>("Job {Job}, run {RequestId}");

    private readonly Counter<long> failures =
        meters.Create(TelemetryNames.Name).CreateCounter<long>("job.failures", "{run}", "Runs of jobs that failed.");

    /// <returns>Whether the job has more work now.</returns>
    public async Task<bool> Run(Job job, CancellationToken cancellationToken)
    {
        var requestId = ids.NewText(Call.IdPrefix);
        using var known = RunScope(logger, job.Name, requestId);
        using var span = TelemetryNames.Spans.StartActivity(job.Name)?.SetTag(TelemetryNames.Job, job.Name).SetTag(TelemetryNames.RequestId, requestId);
        try
        {
            var hasMore = await job.Send(new JobSender(scopes, requestId), cancellationToken);
            health.Record(job, hasSucceeded: true);
            return hasMore;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            health.Record(job, hasSucceeded: false);
            failures.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Job, job.Name));
            span.Fail(exception);
            if (!database.Outage.Covers(exception))
            {
                LogFailed(job.Name, exception);
            }

            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Job {Job} failed; it runs again at its next tick.")]
    private partial void LogFailed(string job, Exception exception);
}
