using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Kernel.Data;

// A migrated database starts without EF. Its model is built beside the first requests, so that none of them waits for all of it.
internal sealed class ModelWarmUp(Database database, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        await started.Task;
        _ = database.Model;
    }
}
