using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Kernel.Data;

// The schema is brought up to date before anything writes.
internal sealed class MigrateOnStart(Database database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Migrate(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
