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
