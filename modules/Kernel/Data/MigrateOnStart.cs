using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Kernel.Data;

// Prepares the database before the first write.
internal sealed class MigrateOnStart(DatabaseStart start) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => start.Run(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
