using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Treasury;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cryptocardium.Modules.Tests.Kernel;

// Locking of rows that other writers need.
public sealed class WriterLockTests
{
    // Much longer than any step takes, and shorter than the lock timeout of a command.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Statement Increase = new("UPDATE spot SET n = n + 1 WHERE id = @id", "id");

    [PostgresFact]
    public async Task A_batch_does_not_wait_for_a_row_with_its_own_in_hand()
    {
        await using var server = await TestDatabase.Create(Engine.Postgres);
        await using var other = new NpgsqlConnection(server.ConnectionString);
        await other.OpenAsync();
        await Run(other, "CREATE TABLE spot (id bigint PRIMARY KEY, n bigint); INSERT INTO spot VALUES (1, 0), (2, 0)");
        await Run(other, "BEGIN; UPDATE spot SET n = 9 WHERE id = 2");
        await using var database = new Database(new DatabaseOptions(Engine.Postgres, server.ConnectionString) { PostgresWriters = 1, LockWait = 2 * Patience }, []);
        var writers = new Writers(database, new TestMeters(), NullLogger<Writers>.Instance);
        var queued = new TaskCompletionSource();

        var first = writers.Run("", async session =>
        {
            await queued.Task;
            return await session.Execute(Increase, [1L]);
        });
        var second = writers.Run("", session => session.Execute(Increase, [2L]));
        queued.SetResult();

        // Row 2 is still locked by the other connection, and row 1 is free already.
        await first.WaitAsync(Patience);
        Assert.False(second.IsCompleted);
        await Run(other, "UPDATE spot SET n = n + 1 WHERE id = 1; COMMIT");
        await second.WaitAsync(Patience);
        Assert.Equal(["1 2", "2 10"], await StoredRows.Of(server, "SELECT id, n FROM spot ORDER BY id"));
        await writers.StopAsync(CancellationToken.None);
    }

    // All accounts share the rows of a chain; the rows of an account are its own.
    [PostgresFact]
    public async Task A_command_that_locks_an_account_of_the_program_ends_its_batch()
    {
        await using var host = await TestHost.Start(Engine.Postgres);
        await host.RunJobs();
        await using var scope = host.JobScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var writers = scope.ServiceProvider.GetRequiredService<Writers>();
        var queued = new TaskCompletionSource();
        var committed = new TaskCompletionSource();

        var first = writers.Run("", async session =>
        {
            await queued.Task;
            await unit.Attach(session);
            await scope.ServiceProvider.GetRequiredService<ILedger>().LockedBalance(Chart.Chain("tron", Mode.Sandbox));
            unit.Detach();
            return true;
        });
        var second = writers.Run("", async _ =>
        {
            await committed.Task;
            return true;
        });
        queued.SetResult();

        await first.WaitAsync(Patience);
        committed.SetResult();
        await second.WaitAsync(Patience);
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // constants of the test
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
