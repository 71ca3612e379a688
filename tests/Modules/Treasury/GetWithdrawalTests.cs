using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Follows a withdrawal from its quote to its confirmation, as the customer sees it.
public sealed class GetWithdrawalTests
{
    [DatabaseTheory]
    public async Task A_withdrawal_arrives_and_says_so_at_every_step(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);

        var quote = await TestAccount.Ok(account.Api.Post("/v1/withdrawals/quote", new { amount_usd = 100, chain = "tron", address = Tron }));
        var created = await Withdraw(account, 100);
        host.Clock.Advance(Delay - TimeSpan.FromSeconds(1));
        await host.RunJobs();
        var early = await Get(account, created);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();
        var sent = await Get(account, created);
        var pending = await Rows(host);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunJobs();

        // A pending payout is checked every second and writes nothing.
        Assert.Equal(pending, await Rows(host));
        Assert.Equal(("100.00", "1.00", "99.00", "10.00", "150.00"), (
            quote.Money("amount_usd"), quote.Money("network_fee_usd"), quote.Money("net_usd"), quote.Money("minimum_usd"), quote.Money("available_usd")));
        Assert.Equal(("created", "1.00", "99.00", Tron, ""), (
            created["status"], created.Money("network_fee_usd"), created.Money("net_usd"), created["address"], created["tx_hash"]));
        Assert.Equal(created.Body, early.Body);
        Assert.Equal("broadcasted", sent["status"]);
        Assert.Matches("^[0-9a-f]{64}$", sent["tx_hash"]);

        // The blocks of a deposit also confirm the withdrawal, which is final with nineteen blocks on top of its own.
        var topup = await TopupCalls.Create(account, 20);
        await TopupCalls.Deposit(account, topup, new { confirmations = 18 });
        await host.RunJobs();
        Assert.Equal("broadcasted", (await Get(account, created))["status"]);
        await TopupCalls.Deposit(account, topup, new { amount_usd = 20, confirmations = 0 });
        await host.RunJobs();
        var confirmed = await Get(account, created);
        Assert.Equal(("confirmed", sent["tx_hash"]), (confirmed["status"], confirmed["tx_hash"]));
        Assert.Equal(["withdrawal.created", "withdrawal.broadcasted", "withdrawal.confirmed"], await Events(host));
        Assert.Equal([$"1 {Tron} 99000000"], await Moved(host));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_withdrawal_of_another_account_is_unknown(Engine engine)
    {
        await using var host = await Start(engine);
        using var owner = await host.SignUpWith(150);
        using var other = await host.SignUp();
        var withdrawal = await Withdraw(owner, 100);

        foreach (var answer in new[]
        {
            await other.Api.Get($"/v1/withdrawals/{withdrawal["id"]}"),
            await owner.Api.Get("/v1/withdrawals/quote"),
            await Cancel(other, withdrawal),
            await Advance(other, withdrawal),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "resource_not_found", "withdrawal_id"), (answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal("created", (await Get(owner, withdrawal))["status"]);
    }

    private static async Task<string[]> Rows(TestHost host) =>
    [
        .. await StoredRows.Of(host.Database, "SELECT * FROM treasury_payout"),
        .. await StoredRows.Of(host.Database, "SELECT * FROM treasury_withdrawal"),
        .. await StoredRows.Of(host.Database, "SELECT * FROM treasury_wallet"),
        .. await StoredRows.Of(host.Database, "SELECT * FROM treasury_sim_payout"),
        .. await Events(host),
    ];
}
