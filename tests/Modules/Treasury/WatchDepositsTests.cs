using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// Deposits that the job detects.
public sealed class WatchDepositsTests
{
    [DatabaseTheory]
    public async Task A_delayed_deposit_is_seen_when_it_reaches_a_block(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 100, delay 100");
        Assert.Equal("", await steps.Deposits());

        await steps.Run("wait 59");
        Assert.Equal("", await steps.Deposits());
        await steps.Run("wait 1");

        var paid = await steps.Now();
        Assert.Equal(("completed", "credited"), (paid["status"], await steps.Deposits()));
        Assert.Equal("2026-05-19T07:31:00Z", paid.Json.GetProperty("deposits")[0].GetProperty("detected_at").GetString());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Many_delayed_deposits_of_many_accounts_all_arrive(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 3; i++)
        {
            var account = await host.SignUp();
            accounts.Add(account);
            var topup = await Create(account, 100);
            for (var deposit = 0; deposit < 25; deposit++)
            {
                await Deposit(account, topup, new { amount_usd = 2, delay_seconds = deposit % 2, confirmations = 1 });
            }
        }

        // Each deposit has one block on top of its own, plus the blocks of the deposits after it.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();
        foreach (var account in accounts)
        {
            await new TreasurySteps(account).Blocks(19);
            Assert.Equal("50.00/0.00 0.00/0.00", await Books(account));
            account.Dispose();
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Jobs_write_nothing_when_nothing_happened(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 100, detect 30, delay 100, create 150");
        await host.RunJobs();

        // The verifier stores its progress one run after the other jobs.
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await host.RunJobs();
        var before = await DatabaseImage.Of(host.Database);

        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await host.RunJobs();

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    [DatabaseTheory]
    public async Task While_the_deny_list_is_unreadable_deposits_wait_for_it(Engine engine)
    {
        using var list = new DenyFile();
        list.Write("not an address");
        await using var host = await TestHost.Start(engine, list.Argument);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 100, deposit 60, deny 40, wrong 5");
        Assert.Equal("detected detected detected", await steps.Deposits());

        await steps.Run("expire");
        Assert.Equal(("pending", "detected detected detected"), ((await steps.Now())["status"], await steps.Deposits()));
        list.Write(TreasurySteps.DeniedSender);
        await steps.Run("wait 5");

        Assert.Equal(("completed", "credited held rejected"), ((await steps.Now())["status"], await steps.Deposits()));
        Assert.Equal("60.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }
}
