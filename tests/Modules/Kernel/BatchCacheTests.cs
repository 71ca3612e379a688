using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using static Cryptocardium.Modules.Tests.Kernel.SpotCommands;

namespace Cryptocardium.Modules.Tests.Kernel;

// Rows cached in memory between the commands of one batch.
public sealed class BatchCacheTests
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
}
