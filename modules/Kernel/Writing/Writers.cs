using System.Diagnostics.Metrics;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Writing;

/// <summary>
/// The node's writers: one on SQLite, several on PostgreSQL. Commands of one account go to the same writer, so that within a node they
/// queue instead of waiting for each other's locks.
/// </summary>
public sealed class Writers : IHostedService
{
    private readonly Writer[] writers;

    /// <summary>Creates the writers; each connects on first use.</summary>
    public Writers(Database database, IMeterFactory meters, ILogger<Writers> logger)
    {
        var count = database.Engine == Engine.Sqlite ? 1 : database.Options.PostgresWriters;
        var meter = meters.Create(TelemetryNames.Name);
        var commits = new CommitMetrics(meter);
        writers = [.. Enumerable.Range(0, count).Select(_ => new Writer(database, commits, logger))];
        meter.CreateObservableGauge(
            "writer.queue.length", () => writers.Sum(writer => writer.Waiting), "{command}", "Commands in the queues of writers.");
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops the writers once their queues are empty.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(writers.Select(writer => writer.Stop()));

    // Returns after the commit. Rethrows an exception of the work after its effect is undone.
    internal Task<T> Run<T>(string affinity, Func<DatabaseSession, ValueTask<T>> work) =>
        writers[writers.Length == 1 ? 0 : (int)((uint)string.GetHashCode(affinity, StringComparison.Ordinal) % writers.Length)].Run(work);
}
