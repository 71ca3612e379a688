using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Pipeline;

public sealed class JobRunTests
{
    private static readonly Job Broken = new(
        "broken", TimeSpan.FromSeconds(1), static (_, _) => throw new InvalidOperationException("as meant"));

    [DatabaseTheory]
    public async Task A_run_that_fails_is_counted_and_logged_with_its_job(Engine engine)
    {
        using var meters = new TestMeters();
        await using var host = await TestHost.Start(engine, services => services
            .AddSingleton(Broken)
            .AddSingleton<IMeterFactory>(meters));

        await Assert.ThrowsAsync<InvalidOperationException>(host.RunJobs);

        Assert.Equal([1], meters.Of("job.failures", "cryptocardium.job=broken"));
        Assert.Contains("Error: Job broken failed", host.Logs.Text, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task A_run_is_a_trace_of_its_own_without_what_its_exception_says(Engine engine)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.Start(engine, services => services.AddSingleton(Broken));

        await Assert.ThrowsAsync<InvalidOperationException>(host.RunJobs);

        var run = Assert.Single(ended, span => span.DisplayName == Broken.Name);
        Assert.Equal((null, ActivityStatusCode.Error, null), (run.Parent, run.Status, run.StatusDescription));
        Assert.Equal(
            ["cryptocardium.job", "cryptocardium.request_id", "error.type"], run.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal("System.InvalidOperationException", run.GetTagItem("error.type"));
        Assert.Empty(run.Events);
    }
}
