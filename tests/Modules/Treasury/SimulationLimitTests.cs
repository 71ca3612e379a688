using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// Limits of one account on the simulated chains.
public sealed class SimulationLimitTests
{
    private const int UndecidedMost = 50;
    private const decimal BroughtMost = 10_000_000;

    // Included, pending and dropped transfers all count, because one call could make all of them final.
    [DatabaseTheory]
    public async Task Deposits_that_are_not_final_have_an_end_on_each_chain(Engine engine)
    {
        await using var host = await TestHost.Start(engine, "--Treasury:Confirmations:tron=1000");
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        var topup = await Create(account, 100);
        for (var i = 0; i < UndecidedMost; i += 2)
        {
            await Deposit(account, topup, new { amount_usd = 1, confirmations = 0 });
            await Deposit(account, topup, new { amount_usd = 1, delay_seconds = 60, confirmations = 0 });
        }

        var body = new { amount_usd = 1, confirmations = 0 };
        await Refused(account, topup, body);
        await steps.Blocks(0, depth: 10);
        await Refused(account, topup, body);
        await Deposit(account, await Create(account, 100, "bsc"), body);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RunJobs();
        await Refused(account, topup, body);

        await steps.Blocks(1000, reinclude: true);
        await steps.Blocks();
        Assert.Equal("50.00/100.00 0.00/0.00", await Books(account));
        await Deposit(account, topup, body);
        await BooksAudit.Check(host.Database);
    }

    // A rejected deposit is credited to no account but is on the chain all the same.
    [DatabaseTheory]
    public async Task A_deposit_that_cannot_be_settled_counts_toward_the_limit_until_it_is_returned(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 100);
        await Deposit(account, topup, new { amount_usd = BroughtMost, settlement_failure = true, sender = WithdrawalCalls.Tron });
        await Refused(account, topup, new { amount_usd = 1 });
        await Refused(account, await Create(account, 100, "bsc"), new { amount_usd = 1 });

        await host.RunJobs();
        await new TreasurySteps(account).Blocks(20);
        await host.RunJobs();

        Assert.Equal("returned", await StatusOf(account, topup));
        await Deposit(account, topup, new { amount_usd = BroughtMost });
        await Refused(account, topup, new { amount_usd = 0.01m });
        await BooksAudit.Check(host.Database);
    }

    // No balance exceeds its maximum, whichever accounts filled it.
    [DatabaseTheory]
    public async Task A_chain_that_is_full_takes_no_more(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 100);
        await StoredRows.Of(host.Database, "UPDATE ledger_account SET balance = 1999999999999000000 WHERE code = 'sandbox:A.chain:tron'");

        await Deposit(account, topup, new { amount_usd = 1 });
        await Refused(account, topup, new { amount_usd = 0.01m });
        await Refused(account, topup, new { amount_usd = 0.01m, settlement_failure = true });
        await Deposit(account, await Create(account, 100, "bsc"), null);
    }

    private static async Task Refused(TestAccount account, Answer topup, object body)
    {
        var refused = await account.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "simulation_limit_reached"), (refused.Status, refused.Code));
    }

    private static async Task<string?> StatusOf(TestAccount account, Answer topup) =>
        (await TestAccount.Ok(account.Api.Get($"/v1/topups/{topup["id"]}"))).Json.GetProperty("deposits")[0].GetProperty("status").GetString();
}
