using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using static Cryptocardium.Modules.Tests.Kernel.SpotCommands;

namespace Cryptocardium.Modules.Tests.Kernel;

// The number of runs of each command when one of its batch fails.
public sealed class BatchRunsTests
{
    [DatabaseTheory]
    public async Task A_batch_starts_over_once_however_many_of_it_fail(Engine engine)
    {
        await using var table = await SpotTable.Create(engine);
        var runs = 0;
        ValueTask<int> Count(DatabaseSession session)
        {
            runs++;
            return Add(1, 1)(session);
        }

        await table.Together(Count, Failing(Add(1, 100)), Count, Failing(Log(1)), Count);

        // One run before the failure, three after it.
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
}
