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
    private Task[] loops = [];

    /// <summary>Prepares the writers; they start with the host.</summary>
    public Writers(Database database, ILogger<Writers> logger)
    {
        var count = database.Engine == Engine.Sqlite ? 1 : database.Options.PostgresWriters;
        writers = [.. Enumerable.Range(0, count).Select(_ => new Writer(database, logger))];
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        loops = [.. writers.Select(writer => writer.Loop())];
        return Task.CompletedTask;
    }

    /// <summary>Lets the writers finish what is queued.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var writer in writers)
        {
            writer.Stop();
        }

        return Task.WhenAll(loops);
    }

    // Returns when the work is committed; throws what the work threw, when its effect is undone.
    internal Task<T> Run<T>(string affinity, Func<Session, ValueTask<T>> work) =>
        writers[writers.Length == 1 ? 0 : (int)((uint)string.GetHashCode(affinity, StringComparison.Ordinal) % writers.Length)].Run(work);
}
