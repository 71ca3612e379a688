using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Withdrawals advanced by simulation.
public sealed class SimulateWithdrawalTests
{
    [DatabaseTheory]
    public async Task Only_steps_that_can_follow_are_simulated(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);

        // Columns: steps (an empty one sends no body), and the status after each; * for a refusal.
        (string[] Steps, string Statuses)[] table =
        [
            (["", "", ""], "broadcasted confirmed *"),
            (["broadcasted", "broadcasted", "confirmed", "failed"], "broadcasted * confirmed *"),
            (["broadcasted", "failed", "confirmed"], "broadcasted failed *"),
            (["confirmed", "broadcasted"], "confirmed *"),
            (["failed", ""], "failed *"),
            (["cancel", "", "broadcasted"], "cancelled * *"),
        ];
        foreach (var (steps, statuses) in table)
        {
            var withdrawal = await Withdraw(account, 10, "bsc");
            var seen = new List<string>();
            foreach (var step in steps)
            {
                var answer = step == "cancel" ? await Cancel(account, withdrawal) : await Advance(account, withdrawal, step.Length > 0 ? step : null);
                seen.Add(answer.Code == "conflict_state" ? "*" : answer["status"]);
            }

            Assert.Equal(statuses, string.Join(' ', seen));
        }

        var failed = await TestAccount.Ok(Advance(account, await Withdraw(account, 10), "failed"));
        Assert.Equal("transaction_failed", failed["failure_reason"]);
        Assert.NotEqual("", failed["tx_hash"]);
        await BooksAudit.Check(host.Database);
    }

    // Blocks come only while a transfer waits for them, so a simulated deposit with few confirmations stays pending otherwise.
    [DatabaseTheory]
    public async Task A_withdrawal_confirms_by_itself_on_a_simulated_chain(Engine engine)
    {
        await using var host = await Start(engine, "--Treasury:SimulatedBlockSeconds=3");
        using var account = await host.SignUpWith(150);
        using var other = await host.SignUp();
        var pending = await TopupCalls.Create(account, 50, "bsc");
        var elsewhere = await TopupCalls.Create(other, 50, "bsc");
        await TopupCalls.Deposit(account, pending, new { confirmations = 10 });
        await TopupCalls.Deposit(other, elsewhere, new { confirmations = 10 });
        await host.RunJobs();
        Assert.Equal("pending", (await TopupCalls.StatusOf(account, pending)).Status);
        var withdrawal = await Withdraw(account, 10, "bsc");

        for (var run = 0; run < 20; run++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(6));
            await host.RunJobs();
        }

        Assert.Equal("confirmed", (await Get(account, withdrawal))["status"]);
        Assert.Equal("completed", (await TopupCalls.StatusOf(account, pending)).Status);
        Assert.Equal("pending", (await TopupCalls.StatusOf(other, elsewhere)).Status);
        var height = await Height(account);
        await host.RunJobs();
        Assert.Equal(height, await Height(account));
        Assert.Equal(0, host.Reconciliation.Discrepancies);
        await BooksAudit.Check(host.Database);
    }

    private static async Task<string> Height(TestAccount account) =>
        (await TestAccount.Ok(account.Api.Post("/v1/simulate/chains/bsc/blocks", new { blocks = 0 })))["height"];

    [DatabaseTheory]
    public async Task The_blocks_of_a_withdrawal_confirm_deposits_and_other_withdrawals(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var topup = await TopupCalls.Create(account, 50);
        await TopupCalls.Deposit(account, topup, new { confirmations = 1 });
        var other = await Withdraw(account, 20);
        await TestAccount.Ok(Advance(account, other, "broadcasted"));

        await TestAccount.Ok(Advance(account, await Withdraw(account, 30), "confirmed"));

        Assert.Equal(("completed", ""), await TopupCalls.StatusOf(account, topup));
        Assert.Equal("confirmed", (await Get(account, other))["status"]);
        Assert.Equal("150.00", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }
}
