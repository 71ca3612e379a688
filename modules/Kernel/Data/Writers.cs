using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The node's writers: one on SQLite, several on PostgreSQL. Commands of one account go to the same writer, so that within a
/// node they queue instead of colliding.
/// </summary>
public sealed class Writers : IHostedService
{
    private readonly Writer[] writers;

    /// <summary>Prepares the writers; each connects when it is first needed.</summary>
    public Writers(Database database, ILogger<Writers> logger)
    {
        var count = database.Engine == Engine.Sqlite ? 1 : database.Options.PostgresWriters;
        writers = [.. Enumerable.Range(0, count).Select(_ => new Writer(database, logger))];
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets the writers finish what is queued.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(writers.Select(writer => writer.Stop()));

    // Returns when the work is committed; throws what the work threw, when its effect is undone.
    internal Task<T> Run<T>(string affinity, Func<Session, ValueTask<T>> work) =>
        writers[writers.Length == 1 ? 0 : (int)((uint)string.GetHashCode(affinity, StringComparison.Ordinal) % writers.Length)].Run(work);
}
