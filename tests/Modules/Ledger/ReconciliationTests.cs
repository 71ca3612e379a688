using System.Data.Common;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

public sealed class ReconciliationTests
{
    // Columns: damage to the database, and the check that finds it.
    public static IEnumerable<object[]> Damages =>
    [
        ["trial_balance", "UPDATE ledger_account SET balance = balance + 10000 WHERE class = 'U.avail'"],
        ["balance", "UPDATE ledger_account SET balance = balance + 10000 WHERE class IN ('U.avail', 'A.chain')"],
        ["entry_count", "UPDATE ledger_account SET account_seq = account_seq + 1 WHERE class = 'C.avail'"],
        ["holds", "UPDATE ledger_hold SET open = open - 10000 WHERE open > 0"],
        ["holds", "UPDATE ledger_hold SET held_code = 'live:C.hold:card_000000'"],
        ["subledger", "UPDATE treasury_topup SET status = 'cancelled' WHERE status = 'pending'"],
        ["subledger", "UPDATE treasury_payout SET fee = fee + 10000 WHERE state = 'held'"],
        ["subledger", "UPDATE treasury_payout SET booked = booked + 10000 WHERE state = 'sent'"],
        ["subledger", "UPDATE treasury_sim_transfer SET block = NULL WHERE block = 1"],
        ["subledger", "UPDATE treasury_sim_payout SET block = 1000 WHERE nonce = 0"],
        ["outbox", "DELETE FROM kernel_event WHERE type = 'topup.confirmed'"],
        ["outbox", "DELETE FROM kernel_event WHERE type = 'withdrawal.broadcasted'"],
        ["subledger", "DELETE FROM kernel_event WHERE type = 'account.balance_changed'"],
        ["outbox", "DELETE FROM kernel_event WHERE type = 'transaction.declined'"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Damages))]
    public async Task A_discrepancy_shows_in_the_status_and_in_the_log(Engine engine, string check, string damage)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await Spend(host);
        await host.RunJobs();
        Assert.Equal(("operational", "operational", 0), await Status(host));

        await host.Database.Execute(damage);
        await host.RunJobs();

        var (status, books, discrepancies) = await Status(host);
        Assert.Equal(("degraded", "degraded"), (status, books));
        Assert.True(discrepancies > 0);
        Assert.Contains($"The books do not agree. {check} of", host.Logs.Text, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task Books_that_cannot_even_be_added_up_do_not_look_well(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await Spend(host);
        await host.RunJobs();
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, "UPDATE ledger_entry SET amount = 9000000000000000000 WHERE amount > 0");

        await Assert.ThrowsAnyAsync<DbException>(host.RunJobs);

        var (status, books, discrepancies) = await Status(host);
        Assert.Equal(("degraded", "degraded", 1), (status, books, discrepancies));
    }

    [DatabaseTheory]
    public async Task A_new_server_has_not_compared_its_books_yet(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        Assert.Null(host.Reconciliation.CheckedAt);
        await host.RunJobs();
        Assert.Equal(host.Clock.GetUtcNow(), host.Reconciliation.CheckedAt);
    }

    // Creates one of everything: an open top-up, a hold, a capture, a decline, a cancelled card, a sweep, pending withdrawals.
    private static async Task<TestAccount> Spend(TestHost host)
    {
        await host.RunJobs();
        var account = await host.SignUpWith(1000);
        await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 50, asset = "USDT", chain = "bsc" }));
        var card = await account.IssueCard(load: 100);
        var open = await account.Authorize(card, 30);
        await account.Capture(open["authorization_id"], 10, final: false);
        await account.Authorize(card, 500);
        var over = await account.Authorize(card, 20);
        await account.Capture(over["authorization_id"], 2000);
        await account.Deposit(3000);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{await account.IssueCard(load: 5)}/cancel"));
        foreach (var to in new[] { "confirmed", "failed", "broadcasted", null })
        {
            var withdrawal = await TestAccount.Created(account.Api.Post(
                "/v1/withdrawals", new { amount_usd = 20, chain = "bsc", address = "0x52908400098527886e0f7030069857d2e4169ee7" }));
            if (to is not null)
            {
                await TestAccount.Ok(account.Api.Post($"/v1/simulate/withdrawals/{withdrawal["id"]}/advance", new { to }));
            }
        }

        return account;
    }

    private static async Task<(string Status, string Books, int Discrepancies)> Status(TestHost host)
    {
        var answer = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));
        return (answer["status"], await host.StatusOf("ledger"), host.Reconciliation.Discrepancies);
    }
}
