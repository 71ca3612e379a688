using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Treasury;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Ledger;

// A customer may simulate anything; the status is everybody's.
public sealed class SimulatedDiscrepancyTests
{
    private static readonly string[] Chains = ["tron", "ethereum", "bsc"];

    // The same transfers missing without a reorganization, and rows that claim one.
    public static IEnumerable<object[]> Damages =>
    [
        ["UPDATE treasury_sim_transfer SET block = NULL WHERE block = 1"],
        ["UPDATE treasury_sim_payout SET block = 100000 WHERE nonce = 0"],
        ["UPDATE treasury_deposit SET vanished_at = 1 WHERE status = 'credited' AND vanished_at IS NULL"],
        ["UPDATE treasury_deposit SET vanished_at = NULL WHERE vanished_at IS NOT NULL"],
        ["DELETE FROM treasury_sim_transfer WHERE block IS NULL AND token = 'USDT'"],
        ["UPDATE treasury_sim_transfer SET block = NULL WHERE chain_id LIKE '%:tron'; UPDATE treasury_deposit SET vanished_at = 1 WHERE chain = 'tron'"],
        [
            """
            UPDATE treasury_deposit SET vanished_at = 1 WHERE id = (SELECT MIN(id) FROM treasury_deposit WHERE chain = 'tron' AND status = 'credited');
            DELETE FROM treasury_sim_transfer
            WHERE tx_hash = (SELECT tx_hash FROM treasury_deposit WHERE chain = 'tron' AND status = 'credited' ORDER BY id DESC LIMIT 1)
            """,
        ],
    ];

    [DatabaseTheory]
    public async Task A_simulated_reorganization_below_final_transfers_is_no_discrepancy(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        await DepositAll(account);
        await WithdrawAll(account);

        // Everything above was final. Each step leaves the chain at another height.
        (int Depth, int Blocks, bool Reinclude)[] steps =
            [(1, 0, false), (25, 3, false), (1_000, 0, false), (0, 1, false), (0, 40, true), (1_000, 30, true), (20, 0, false), (0, 200, true)];
        foreach (var (depth, blocks, reinclude) in steps)
        {
            foreach (var chain in Chains)
            {
                await TestAccount.Ok(account.Api.Post(
                    $"/v1/simulate/chains/{chain}/blocks", new { mode = "sandbox", blocks, reorg_depth = depth, reinclude }));
            }

            await host.RunJobs();
            await AssertBooksAgree(host, $"{depth} blocks lost, {blocks} mined");
        }
    }

    [DatabaseTheory]
    public async Task Simulated_failures_of_the_network_and_of_merchants_are_no_discrepancy(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        await TestAccount.Created(account.Api.Post("/v1/simulate/faults", new { type = "issuer_outage", duration_seconds = 60 }));
        await account.Authorize(card, 10);
        await TestAccount.Created(account.Api.Post("/v1/simulate/force_captures", new
        {
            card_id = card,
            amount_usd = 5_000,
            merchant = new { name = "Merchant", mcc = "5812" },
        }));
        await account.Deposit(300);
        await host.RunJobs();
        await AssertBooksAgree(host, "an outage, a debt and its settlement");
    }

    [DatabaseTheory]
    public async Task A_removed_deposit_is_no_discrepancy_whether_it_returns_or_not(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        await host.RunJobs();
        var steps = new TreasurySteps(account);
        foreach (var step in new[] { "create 100, deposit 100, reorganize 20", "remove", "reinclude 1", "reorganize 1", "reinclude 20" })
        {
            await (step == "remove" ? OperatorCalls.Do(host, steps, account, "remove-deposit --deposit {deposit}") : steps.Run(step));
            await host.RunJobs();
            await AssertBooksAgree(host, step);
        }
    }

    [DatabaseTheory]
    [MemberData(nameof(Damages))]
    public async Task A_transfer_that_is_missing_for_another_reason_is_a_discrepancy(Engine engine, string damage)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        await DepositAll(account);
        await WithdrawAll(account);
        await TestAccount.Ok(account.Api.Post("/v1/simulate/chains/bsc/blocks", new { mode = "sandbox", blocks = 0, reorg_depth = 1_000 }));
        await host.RunJobs();
        await AssertBooksAgree(host, "before");

        await host.Database.Execute(damage);
        await host.RunJobs();

        Assert.True(host.Reconciliation.Discrepancies > 0);
        Assert.Equal("degraded", await host.StatusOf("ledger"));
    }

    // On each chain deposits that are credited, refunded to their sender, and of another token.
    private static async Task DepositAll(TestAccount account)
    {
        foreach (var chain in Chains)
        {
            await Deposit(account, await Create(account, 100, chain), new { });
            await Deposit(account, await Create(account, 100, chain), new { settlement_failure = true });
            await Deposit(account, await Create(account, 100, chain), new { asset = "USDC" });
            await Deposit(account, await Create(account, 100, chain), new { confirmations = 1 });
        }
    }

    // On each chain withdrawals that are confirmed, failed, sent and waiting. The jobs send the refunds as well.
    private static async Task WithdrawAll(TestAccount account)
    {
        foreach (var chain in Chains)
        {
            foreach (var to in new[] { "confirmed", "failed", "broadcasted", null })
            {
                var withdrawal = await WithdrawalCalls.Withdraw(account, 20, chain);
                if (to is not null)
                {
                    await TestAccount.Ok(WithdrawalCalls.Advance(account, withdrawal, to));
                }
            }
        }

        await account.Host.RunJobs();
        foreach (var chain in Chains)
        {
            await TestAccount.Ok(account.Api.Post($"/v1/simulate/chains/{chain}/blocks", new { mode = "sandbox", blocks = 30 }));
        }

        await account.Host.RunJobs();
    }

    private static async Task AssertBooksAgree(TestHost host, string after)
    {
        Assert.Equal((after, 0), (after, host.Reconciliation.Discrepancies));
        Assert.Equal((after, "operational"), (after, (await TestAccount.Ok(host.Anonymous.Get("/v1/status")))["status"]));
        await BooksAudit.Check(host.Database);
    }
}
