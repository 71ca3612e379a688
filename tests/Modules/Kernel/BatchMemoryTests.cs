using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Modules.Tests.Kernel;

// What commands of one batch leave in memory for each other, and what becomes of it when one of them fails.
public sealed class BatchMemoryTests
{
    [DatabaseTheory]
    public async Task A_row_changed_in_memory_is_written_before_a_statement_that_mentions_its_table(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        var done = await table.Together(Add(1, 5), Add(1, 6), async session => (int)(await session.Query(SpotTable.Sum, row => row.GetInt64(0), []))[0]);

        Assert.Equal(11, await done[2]);
        Assert.Equal(["1 11", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
    }

    [DatabaseTheory]
    public async Task A_statement_that_changes_the_table_makes_the_memory_of_it_forgotten(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        var done = await table.Together(Add(1, 5), session => session.Execute(SpotTable.Increase, [10L, 1L]), Known(1));

        Assert.Equal(0, await done[2]);
        Assert.Equal(["1 15", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
    }

    [DatabaseTheory]
    public async Task Rows_that_many_commands_add_are_all_there_with_every_kind_of_value(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        await Task.WhenAll(await table.Together([.. Enumerable.Range(1, 5).Select(id => Log(id))]));

        Assert.Equal(
            ["1  00 1", "2 two  0", "3  00 1", "4 two  0", "5  00 1"],
            await table.Rows(
                $"SELECT id, COALESCE(note, ''), {(engine == Engine.Sqlite ? "hex(data)" : "COALESCE(upper(encode(data, 'hex')), '')")}, CASE WHEN flag THEN 1 ELSE 0 END FROM spot_log ORDER BY id"));
    }

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

    // The database refuses it long after its command has said that all is well.
    [DatabaseTheory]
    public async Task What_the_database_refuses_late_is_the_failure_of_the_command_that_wrote_it(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);

        var done = await table.Together(Log(1), Add(1, 5), Log(1), Add(2, -1), Add(1, 6));

        Assert.Equal([false, false, true, true, false], done.Select(command => command.IsFaulted));
        Assert.Equal(["1 11", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
        Assert.Equal(["1"], await table.Rows("SELECT id FROM spot_log"));
    }

    [DatabaseTheory]
    public async Task A_batch_starts_over_once_however_many_of_it_fail(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        var runs = 0;
        ValueTask<int> Count(Session session)
        {
            runs++;
            return Add(1, 1)(session);
        }

        await table.Together(Count, Failing(Add(1, 100)), Count, Failing(Log(1)), Count);

        // The first before the failure, all three after it.
        Assert.Equal(4, runs);
        Assert.Equal(["1 3", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
    }

    [DatabaseTheory]
    public async Task A_command_that_fails_before_it_has_written_costs_the_others_nothing(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        var runs = 0;

        await table.Together(
            session =>
            {
                runs++;
                return Add(1, 1)(session);
            },
            async session =>
            {
                await session.Query(SpotTable.Sum, row => row.GetInt64(0), []);
                throw new InvalidTimeZoneException();
            });

        Assert.Equal(1, runs);
        Assert.Equal(["1 1", "2 0"], await table.Rows("SELECT id, n FROM spot_row ORDER BY id"));
    }

    // Reads the row once, then keeps it.
    private static Func<Session, ValueTask<int>> Add(long id, long amount) => async session =>
    {
        var held = session.Held(SpotTable.Spots);
        var row = held.Find($"{id}") ?? new SpotTable.Spot(id, (await session.Query(Select, row => row.GetInt64(0), [id]))[0]);
        held.Change($"{id}", row with { N = row.N + amount });
        return 0;
    };

    private static Func<Session, ValueTask<int>> Known(long id) =>
        session => new(session.Held(SpotTable.Spots).Find($"{id}") is null ? 0 : 1);

    private static Func<Session, ValueTask<int>> Log(long id) => session =>
    {
        object?[] values = id % 2 == 0 ? [id, "two", null, false] : [id, null, new byte[] { 0 }, true];
        session.Insert(SpotTable.Log, values);
        return new(0);
    };

    private static Func<Session, ValueTask<int>> Failing(Func<Session, ValueTask<int>> command) => async session =>
    {
        await command(session);
        throw new InvalidTimeZoneException();
    };

    private static readonly Statement Select = new("SELECT n FROM spot_row WHERE id = @id", "id");
}
