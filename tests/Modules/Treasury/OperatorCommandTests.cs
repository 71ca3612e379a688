using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static Cryptocardium.Tests.Treasury.OperatorCalls;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class OperatorCommandTests
{
    [DatabaseTheory]
    public async Task A_removed_deposit_is_dropped_and_told_and_counts_again_when_it_returns(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 100, deposit 100, reorganize 20");

        await Do(host, steps, account, "remove-deposit --deposit {deposit}");

        var topup = await steps.Now();
        Assert.Equal(("dropped", "completed", "0.00"), (await steps.Deposits(), topup["status"], topup.Money("credited_usd")));
        Assert.Equal(["deposit.removed|operator|sandbox"], await StoredRows.Of(
            host.Database, "SELECT action || '|' || actor_type || '|' || mode FROM accounts_audit WHERE action LIKE 'deposit%'"));
        Assert.Equal("account.balance_changed|sandbox", (await StoredRows.Of(
            host.Database, "SELECT type || '|' || mode FROM kernel_event WHERE mode IS NOT NULL ORDER BY no"))[^1]);
        Assert.Equal(["operator"], await StoredRows.Of(host.Database, "SELECT actor FROM ledger_journal WHERE type = 'deposit_removed'"));

        await steps.Run("reinclude 20");
        Assert.Equal(("credited", "100.00/0.00 0.00/0.00"), (await steps.Deposits(), await Books(account)));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_released_deposit_completes_its_topup_and_leads_to_production(Engine engine)
    {
        using var list = new DenyFile();
        list.Write(TreasurySteps.DeniedSender);
        await using var host = await TestHost.Start(engine, list.Argument);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 300, deny 300");
        Assert.Equal("held", await steps.Deposits());

        await Do(host, steps, account, "release-unallocated --deposit {deposit} --to credit");

        Assert.Equal(("credited", "completed"), (await steps.Deposits(), (await steps.Now())["status"]));
        Assert.Equal("true", (await account.Api.Get("/v1/accounts/me"))["production"]);
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task An_invalid_command_is_refused_and_nothing_changes(Engine engine)
    {
        using var list = new DenyFile();
        list.Write(TreasurySteps.DeniedSender);
        await using var host = await TestHost.Start(engine, list.Argument);
        await host.RunJobs();
        using var account = await host.SignUp();
        var credited = new TreasurySteps(account);
        var held = new TreasurySteps(account);
        await credited.Run("create 100, deposit 100");
        await held.Run("create 100, deny 100");
        var before = await DatabaseImage.Of(host.Database);
        (TreasurySteps Steps, string Command, string Code)[] table =
        [
            (credited, "remove-deposit --deposit dep_000000", "resource_not_found"),
            (credited, "remove-deposit --deposit {deposit}", "conflict_state"),
            (held, "remove-deposit --deposit {deposit}", "conflict_state"),
            (credited, "release-unallocated --deposit {deposit} --to credit", "conflict_state"),
            (held, "release-unallocated --deposit {deposit} --to refund", "conflict_state"),
            (held, "release-unallocated --deposit {deposit} --to me", "invalid_value"),
            (held, "release-unallocated --deposit dep_000000 --to credit", "resource_not_found"),
            (held, "write-off --account {account} --mode sandbox --amount 0.01", "conflict_state"),
            (held, "write-off --account {account} --mode sandbox --amount 0", "amount_too_small"),
            (held, "write-off --account {account} --mode sandbox --amount 0.001", "invalid_number"),
            (held, "write-off --account {account} --mode test --amount 1", "invalid_value"),
            (held, "rebalance --mode live --from tron --to bsc --amount 1000000.01", "conflict_state"),
            (held, "rebalance --mode live --from tron --to solana --amount 1", "unsupported_chain"),
            (held, "rebalance --mode live --from tron --to tron --amount 1", "unsupported_chain"),
            (held, "buy-gas --mode live --chain bsc --amount 1000000.01", "conflict_state"),
            (held, "buy-gas --mode live --chain solana --amount 1", "unsupported_chain"),
        ];
        foreach (var (steps, command, code) in table)
        {
            var result = await OperatorCalls.Run(host, await Filled(steps, account, command));
            Assert.Equal((command, code), (command, result.Error?.Kind.Code));
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    [DatabaseTheory]
    public async Task A_deposit_that_changes_while_its_chain_is_asked_is_left_for_another_command(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 100, deposit 100, reorganize 20");
        var command = new RemoveDeposit((await steps.Now()).Json.GetProperty("deposits")[0].GetProperty("id").GetString()!);
        await using var scope = host.JobScope();
        foreach (var preparation in scope.ServiceProvider.GetServices<IPreparation<RemoveDeposit>>())
        {
            Assert.Null(await preparation.Prepare(command, CancellationToken.None));
        }

        await steps.Run("reinclude 20");
        var handler = ActivatorUtilities.CreateInstance<RemoveDepositHandler>(scope.ServiceProvider);
        await JobWork.Run(scope, async _ =>
            Assert.Equal("conflict_state", (await handler.Handle(command, CancellationToken.None)).Error?.Kind.Code));

        Assert.Equal("credited", await steps.Deposits());
        await BooksAudit.Check(host.Database);
    }
}
