using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// A withdrawal from the quote to its end, as its customer sees it.
public sealed class WithdrawalLifeTests
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

        // On its way it is looked at every second, and written down never.
        Assert.Equal(pending, await Rows(host));
        Assert.Equal(("100.00", "1.00", "99.00", "10.00", "150.00"), (
            quote.Money("amount_usd"), quote.Money("network_fee_usd"), quote.Money("net_usd"), quote.Money("minimum_usd"), quote.Money("available_usd")));
        Assert.Equal(("created", "1.00", "99.00", Tron, ""), (
            created["status"], created.Money("network_fee_usd"), created.Money("net_usd"), created["address"], created["tx_hash"]));
        Assert.Equal(created.Body, early.Body);
        Assert.Equal("broadcasted", sent["status"]);
        Assert.Matches("^[0-9a-f]{64}$", sent["tx_hash"]);

        // The blocks of a deposit lie on top of the withdrawal's as well: one is its own, nineteen make it final.
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
    public async Task A_withdrawal_is_taken_back_until_it_is_signed(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var first = await Withdraw(account, 100);
        var second = await Withdraw(account, 50);
        Assert.Equal("0.00", await account.Treasury());

        var cancelled = await TestAccount.Ok(Cancel(account, first));
        await TestAccount.Ok(Advance(account, second));

        Assert.Equal(("cancelled", "cancelled", ""), (cancelled["status"], cancelled["failure_reason"], cancelled["tx_hash"]));
        foreach (var withdrawal in new[] { first, second })
        {
            var refused = await Cancel(account, withdrawal);
            Assert.Equal((HttpStatusCode.Conflict, "conflict_state"), (refused.Status, refused.Code));
        }

        host.Clock.Advance(Delay);
        await host.RunJobs();
        Assert.Equal("100.00", await account.Treasury());
        Assert.Single(await Moved(host));
        Assert.Equal(["withdrawal.created", "withdrawal.created", "withdrawal.failed", "withdrawal.broadcasted"], await Events(host));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task An_address_denied_meanwhile_is_not_paid(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);

        // The same key on another chain.
        list.Write("0x" + Convert.ToHexStringLower(Convert.FromHexString("5aaeb6053f3e94c9b9a09f33669435e7ef1beae0")));
        host.Clock.Advance(Delay);
        await host.RunJobs();

        var failed = await Get(account, withdrawal);
        Assert.Equal(("failed", "address_blocked", ""), (failed["status"], failed["failure_reason"], failed["tx_hash"]));
        Assert.Equal("150.00", await account.Treasury());
        Assert.Equal(["withdrawal.created", "withdrawal.failed"], await Events(host));
        Assert.Empty(await Moved(host));
    }

    [DatabaseTheory]
    public async Task Addresses_are_kept_in_their_canonical_spelling(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        foreach (var spelling in new[] { Ethereum, Ethereum.ToLowerInvariant(), "0x" + Ethereum[2..].ToUpperInvariant() })
        {
            Assert.Equal(Ethereum, (await TestAccount.Created(Try(account, 10, "ethereum", spelling)))["address"]);
        }
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
