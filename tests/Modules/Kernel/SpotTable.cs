using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Treasury;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cryptocardium.Modules.Tests.Kernel;

// A table of two rows that never fall below zero, a log that accepts every key once, and one writer.
internal sealed class SpotTable : IAsyncDisposable
{
    public static readonly Insertion Log = new("spot_log", "id bigint", "note text", "data bytea", "flag boolean");

    public static readonly LockedTable<Spot> Spots = new(
        "spot_row", new Statement("UPDATE spot_row SET n = @n WHERE id = @id", "n", "id"), static spot => [spot.N, spot.Id]);

    public static readonly Statement Increase = new("UPDATE spot_row SET n = n + @by WHERE id = @id", "by", "id");

    public static readonly Statement Sum = new("SELECT CAST(COALESCE(SUM(n), 0) AS bigint) FROM spot_row");

    private readonly TestDatabase stored;
    private readonly Database database;
    private readonly Writers writers;

    private SpotTable(TestDatabase stored)
    {
        this.stored = stored;
        database = new Database(new DatabaseOptions(stored.Engine, stored.ConnectionString) { PostgresWriters = 1 }, []);
        writers = new Writers(database, Meters, NullLogger<Writers>.Instance);
    }

    public TestMeters Meters { get; } = new();

    public static async Task<SpotTable> Create(Engine engine)
    {
        var stored = await TestDatabase.Create(engine);
        await using var connection = await Cryptocardium.Tests.Ledger.Sql.Open(stored);
        foreach (var sql in (string[])
            [
                "CREATE TABLE spot_row (id bigint PRIMARY KEY, n bigint NOT NULL CHECK (n >= 0))",
                $"CREATE TABLE spot_log (id bigint PRIMARY KEY, note text, data {(engine == Engine.Sqlite ? "BLOB" : "bytea")}, flag boolean)",
                "INSERT INTO spot_row VALUES (1, 0), (2, 0)",
            ])
        {
            await Cryptocardium.Tests.Ledger.Sql.Run(connection, sql);
        }

        return new SpotTable(stored);
    }

    public Task<int> Run(Func<DatabaseSession, ValueTask<int>> command) => writers.Run("", command);

    // Queues commands behind one that waits until all are queued, so that they share a batch.
    public async Task<IReadOnlyList<Task<int>>> Together(params Func<DatabaseSession, ValueTask<int>>[] commands)
    {
        var queued = new TaskCompletionSource();
        var first = writers.Run("", async _ =>
        {
            await queued.Task;
            return 0;
        });
        var all = commands.Select(command => writers.Run("", command)).ToList();
        queued.SetResult();
        await first;
        await Task.WhenAll(all).ContinueWith(static _ => { }, TaskScheduler.Default);
        return all;
    }

    public Task<string[]> Rows(string sql) => StoredRows.Of(stored, sql);

    public async ValueTask DisposeAsync()
    {
        await writers.StopAsync(CancellationToken.None);
        await database.DisposeAsync();
        Meters.Dispose();
        await stored.DisposeAsync();
    }

    public sealed record Spot(long Id, long N);
}
