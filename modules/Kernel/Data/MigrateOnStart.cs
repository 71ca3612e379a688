using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Kernel.Data;

// Migrates the schema before the first write.
internal sealed class MigrateOnStart(Database database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Migrate(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
