using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class OutageTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_host_name_without_an_address_is_an_outage()
    {
        await using var database = Unresolved();

        var reading = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.RentReader(CancellationToken.None));
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.OpenWriter(CancellationToken.None));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => NodeChannel.Open(database, "any", static _ => { }, CancellationToken.None));

        Assert.True(database.Outage.Covers(reading));
        Assert.False((await new DatabaseProbe(database, TimeProvider.System, new IdSource(TimeProvider.System)).Check()).IsAnswering);
    }

    // The invalid path is found before the driver is called, so the exception is not one of a driver.
    [Fact]
    public async Task The_watch_goes_on_whatever_the_probe_throws()
    {
        await using var database = new Database(new DatabaseOptions(Engine.Sqlite, "no\0path"), []);
        using var watch = new OutageWatch(database, new DatabaseProbe(database, TimeProvider.System, new IdSource(TimeProvider.System)), NullLogger<OutageWatch>.Instance);
        Assert.True(database.Outage.Covers(new OverloadedException()));

        await watch.StartAsync(CancellationToken.None);
        await Until(() => database.Outage.IsDown);

        Assert.False(watch.ExecuteTask!.IsCompleted);
        await watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_full_disk_before_an_outage_is_forgotten_when_the_database_is_back()
    {
        var directory = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await using var database = new Database(new DatabaseOptions(Engine.Sqlite, Path.Combine(directory, "books.db")), []);
        using var watch = new OutageWatch(database, new DatabaseProbe(database, TimeProvider.System, new IdSource(TimeProvider.System)), NullLogger<OutageWatch>.Instance);
        Assert.True(database.Outage.Covers(new SqliteException("", raw.SQLITE_FULL)));

        await watch.StartAsync(CancellationToken.None);
        await Until(() => database.Outage.IsDown);
        Directory.CreateDirectory(directory);
        await File.WriteAllBytesAsync(Path.Combine(directory, "books.db"), []);
        await Until(() => !database.Outage.IsDown && !database.Outage.HasFailures);
        await watch.StopAsync(CancellationToken.None);

        Assert.False(database.Outage.TakeFullDisk());
        Directory.Delete(directory, recursive: true);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition() && waited < Patience; waited += Pause)
        {
            await Task.Delay(Pause);
        }

        Assert.True(condition());
    }

    private static Database Unresolved() =>
        new(new DatabaseOptions(Engine.Postgres, "Host=no-such-host.invalid;Username=app;Database=books"), []);
}
