using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using static Cryptocardium.Modules.Tests.Kernel.SpotCommands;

namespace Cryptocardium.Modules.Tests.Kernel;

// Effects of a failing command on the rest of its batch.
public sealed class BatchUndoTests
{
    [DatabaseTheory]
    public async Task A_command_that_fails_after_it_has_written_is_undone_alone(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        var done = await table.Together(Add(1, 5), Failing(Add(1, 100)), Add(2, 7), Failing(Log(1)), Log(2));

        Assert.Equal([false, true, false, true, false], done.Select(command => command.IsFaulted));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => done[1]);
        Assert.Equal(["1 5", "2 7"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
        Assert.Equal(["2"], await table.Rows("SELECT id FROM spot_log"));
    }

    // The database refuses the write at commit, long after the command succeeded.
    [DatabaseTheory]
    public async Task A_write_that_the_database_refuses_late_fails_the_command_that_wrote_it(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        var done = await table.Together(Log(1), Add(1, 5), Log(1), Add(2, -1), Add(1, 6));

        Assert.Equal([false, false, true, true, false], done.Select(command => command.IsFaulted));
        Assert.Equal(["1 11", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
        Assert.Equal(["1"], await table.Rows("SELECT id FROM spot_log"));
    }

    // Stands for statements of the EF context, which the batch does not see.
    [DatabaseTheory]
    public async Task A_failure_that_went_past_the_batch_loses_nothing_of_the_others(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        async ValueTask<int> FailPast(DatabaseSession session)
        {
            await session.FlushAndForget();
            await using var command = session.Connection.CreateCommand();
            command.CommandText = "SELECT nothing FROM nowhere";
            await command.ExecuteNonQueryAsync();
            return 0;
        }

        var done = await table.Together(Add(1, 5), Log(2), FailPast);

        Assert.Equal([false, false, true], done.Select(command => command.IsFaulted));
        Assert.Equal(["1 5", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
        Assert.Equal(["2"], await table.Rows("SELECT id FROM spot_log"));
    }
}
