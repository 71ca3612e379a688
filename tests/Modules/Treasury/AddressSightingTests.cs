using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Jobs;
using Cryptocardium.Treasury.Rails;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Treasury;

// A chain is observed before the unit of work that stores the observation, so the state can change in between.
public sealed class AddressSightingTests
{
    [DatabaseTheory]
    public async Task An_observation_of_a_chain_is_stored_once(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await TestHost.Start(engine, list.Argument);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        var seen = Assert.Single(await Undecided(host, list, steps));
        list.Write("");

        Assert.True(await Take(host, seen));
        Assert.Equal("credited", await steps.Deposits());
        Assert.False(await Take(host, seen));
        Assert.Equal("60.00/0.00 0.00/0.00", await TopupCalls.Books(account));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task An_outdated_observation_of_a_chain_is_not_stored(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await TestHost.Start(engine, list.Argument);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        var seen = Assert.Single(await Undecided(host, list, steps));
        list.Write("");
        await steps.Run("reorganize 30");
        Assert.Equal("dropped", await steps.Deposits());

        Assert.False(await Take(host, seen));

        Assert.Equal("dropped", await steps.Deposits());
        Assert.Equal("0.00/100.00 0.00/0.00", await TopupCalls.Books(account));
        await BooksAudit.Check(host.Database);
    }

    // A manipulated balance makes the credit of one account fail.
    [DatabaseTheory]
    public async Task A_topup_on_which_nothing_works_keeps_nothing_from_another(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await TestHost.Start(engine, list.Argument);
        using var broken = await host.SignUp();
        using var sound = await host.SignUp();
        var brokenSteps = new TreasurySteps(broken);
        var soundSteps = new TreasurySteps(sound);
        await Undecided(host, list, brokenSteps);
        await Undecided(host, list, soundSteps);
        list.Write("");
        await StoredRows.Of(host.Database, $"UPDATE ledger_account SET balance = 0 WHERE code = 'sandbox:U.pend:{broken.Id}'");

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.RunJobs();

        Assert.Equal(("detected", "credited"), (await brokenSteps.Deposits(), await soundSteps.Deposits()));
        Assert.Contains($"top-up {brokenSteps.Topup["id"]} cannot be recorded", host.Logs.Text, StringComparison.Ordinal);
        await StoredRows.Of(host.Database, $"UPDATE ledger_account SET balance = 100000000 WHERE code = 'sandbox:U.pend:{broken.Id}'");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RunJobs();
        Assert.Equal("credited", await brokenSteps.Deposits());
        await BooksAudit.Check(host.Database);
    }

    // Observations of a final deposit that waits for a readable deny list, five seconds later.
    private static async Task<IReadOnlyList<AddressObservation>> Undecided(TestHost host, DenyFile list, TreasurySteps steps)
    {
        list.Write("not an address");
        await steps.Run("create 100, deposit 60");
        Assert.Equal("detected", await steps.Deposits());
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await using var scope = host.JobScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new WatchDeposits(Mode.Sandbox))).Value;
    }

    private static async Task<bool> Take(TestHost host, AddressObservation seen)
    {
        await using var scope = host.JobScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new RecordObservation(seen))).Value;
    }
}
