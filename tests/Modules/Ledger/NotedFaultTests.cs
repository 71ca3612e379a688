using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Ledger;

// Faults that the background verifier finds, and how long they are kept.
public sealed class NotedFaultTests
{
    private static readonly Statement Replace = new("UPDATE ledger_journal SET type = 'other', hash = @hash WHERE no = @no", "hash", "no");

    [DatabaseTheory]
    public async Task A_fault_that_is_still_there_is_told_again_at_the_next_start(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, "UPDATE ledger_journal SET type = 'other' WHERE no = (SELECT MAX(no) FROM ledger_journal)");
        await host.RunJobs();
        await host.Restart();
        await host.RunJobs();

        Assert.Equal(3, host.Logs.Text.Split("not as it was posted").Length);
        Assert.Equal(1L, await Sql.One(connection, "SELECT COUNT(*) FROM ledger_verified WHERE fault IS NOT NULL"));
    }

    // The replacing journal is valid in itself. Only the verified head at its place shows that it was replaced.
    [DatabaseTheory]
    public async Task An_end_of_the_chain_that_was_replaced_by_one_as_long_is_found(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await host.RunJobs();
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        var number = (long)(await Sql.One(connection, "SELECT MAX(no) FROM ledger_journal"))!;
        await using (var scope = host.JobScope())
        {
            var stored = (await scope.ServiceProvider.GetRequiredService<JournalReader>().Read(
                JournalNumber.LaneOf(number), JournalNumber.SequenceOf(number), 1, withBefore: false))[0];
            var hash = JournalHash.Compute(stored.PrevHash, stored.Facts with { Type = "other" }, [.. stored.Lines.Select(line => line.Facts)]);
            await Sql.Run(connection, Replace, hash, number);
        }

        await host.RunJobs();
        Assert.Contains("it stands where another journal stands", host.Logs.Text, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task An_unreadable_row_is_named_and_stops_nothing(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, "UPDATE ledger_journal SET posted_at = 9000000000000000000 WHERE no = (SELECT MAX(no) FROM ledger_journal)");

        await host.RunJobs();
        Assert.Contains("its posted_at cannot be read", host.Logs.Text, StringComparison.Ordinal);
    }

    // A fault stays until a walk has verified its journal again, whatever other nodes report.
    [DatabaseTheory]
    public async Task A_fault_stands_against_whoever_came_further(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await host.RunJobs();
        await using var connection = await Sql.Open(host.Database);
        const string Select = "SELECT sequence || '/' || COALESCE(fault, '') FROM ledger_verified WHERE lane = 7";
        foreach (var (lane, again, expected) in ((VerifiedLane, long?, string)[])
            [
                (new VerifiedLane(7, 10, [1], null, null), null, "10/"),
                (new VerifiedLane(7, 8, [2], null, null), null, "10/"),
                (new VerifiedLane(7, 4, [3], 55, "wrong"), null, "4/wrong"),
                (new VerifiedLane(7, 12, [4], null, null), null, "4/wrong"),
                (new VerifiedLane(7, 12, [4], null, null), 54, "4/wrong"),
                (new VerifiedLane(7, 12, [4], null, null), 55, "12/"),
            ])
        {
            await using var scope = host.JobScope();
            await scope.ServiceProvider.GetRequiredService<VerifiedLanes>().Store(new ScannedLane(lane, again));
            Assert.Equal(expected, await Sql.One(connection, Select));
        }
    }

    // A job posts the opening capital of the chains, and it runs after the verifier.
    private static async Task<TestHost> Settled(Engine engine)
    {
        var host = await TestHost.Start(engine);
        await host.RunJobs();
        return host;
    }
}
