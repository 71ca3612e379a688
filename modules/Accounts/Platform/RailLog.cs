using Cryptocardium.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Accounts.Platform;

// Logs the adapter of each rail at the start. It is for the operator; the public status does not name it.
internal sealed partial class RailLog(IServiceScopeFactory scopes, ILogger<RailLog> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<IStatusSource>())
        {
            foreach (var rail in await source.Read(cancellationToken))
            {
                LogAdapter(logger, rail.Rail, rail.Mode.Text(), rail.Adapter);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "The adapter of {Rail} in {Mode} mode is {Adapter}.")]
    private static partial void LogAdapter(ILogger logger, string rail, string mode, string adapter);
}
