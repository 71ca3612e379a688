using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class WriterTests
{
    // A command without a reply would wait forever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_connection_that_cannot_be_opened_answers_everybody_who_waits_whatever_the_reason()
    {
        // The invalid path is found before the driver is called, so the exception is not one of a driver.
        await using var database = new Database(new DatabaseOptions(Engine.Sqlite, "no\0path"), []);
        var writers = new Writers(database, new TestMeters(), NullLogger<Writers>.Instance);

        var waiting = Enumerable.Range(0, 5).Select(_ => writers.Run("", _ => new ValueTask<int>(1))).ToArray();
        foreach (var command in waiting)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => command.WaitAsync(Patience));
        }

        // The writer's turn was released, so the next command gets a reply too.
        await Assert.ThrowsAsync<ArgumentException>(() => writers.Run("", _ => new ValueTask<int>(1)).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_its_commands_unknown_and_the_next_one_gets_a_new_connection()
    {
        var directory = Directory.CreateTempSubdirectory("cryptocardium-test-");
        try
        {
            await using var database = new Database(new DatabaseOptions(Engine.Sqlite, Path.Combine(directory.FullName, "a.db")), []);
            var writers = new Writers(database, new TestMeters(), NullLogger<Writers>.Instance);

            var broken = writers.Run("", async session =>
            {
                await session.Connection.DisposeAsync();
                return 1;
            });

            await Assert.ThrowsAsync<CommitUnknownException>(() => broken.WaitAsync(Patience));
            Assert.Equal(2, await writers.Run("", _ => new ValueTask<int>(2)).WaitAsync(Patience));
            await writers.StopAsync(CancellationToken.None);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [PostgresFact]
    public async Task A_command_rolled_back_by_a_closed_connection_is_run_again()
    {
        var closed = new Statement("SELECT pg_terminate_backend(pg_backend_pid())");
        await using var files = await TestDatabase.Create(Engine.Postgres);
        await using var database = new Database(new DatabaseOptions(Engine.Postgres, files.ConnectionString), []);
        var writers = new Writers(database, new TestMeters(), NullLogger<Writers>.Instance);

        var attempts = 0;
        var done = await writers.Run("", async session =>
        {
            if (++attempts == 1)
            {
                await session.Execute(closed, []);
            }

            return attempts;
        }).WaitAsync(Patience);

        Assert.Equal(2, done);
        await writers.StopAsync(CancellationToken.None);
    }

    // The command swallows the error of a closed connection, so only the state of the connection shows it.
    [PostgresFact]
    public async Task A_connection_that_somebody_else_found_closed_is_noticed()
    {
        await using var files = await TestDatabase.Create(Engine.Postgres);
        await using var database = new Database(new DatabaseOptions(Engine.Postgres, files.ConnectionString), []);
        var writers = new Writers(database, new TestMeters(), NullLogger<Writers>.Instance);

        var attempts = 0;
        var done = await writers.Run("", async session =>
        {
            if (++attempts == 1)
            {
                await session.FlushAndForget();
                await using var command = session.Connection.CreateCommand();
                command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
                await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync());
                await command.ExecuteNonQueryAsync();
            }

            return attempts;
        }).WaitAsync(Patience);

        Assert.Equal(2, done);
        await writers.StopAsync(CancellationToken.None);
    }
}
