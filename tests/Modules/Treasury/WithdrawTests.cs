using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class WithdrawTests
{
    [DatabaseTheory]
    public async Task Funds_reserved_on_a_chain_are_not_promised_again(Engine engine)
    {
        await using var host = await Start(engine);
        using var first = await host.SignUp();
        using var second = await host.SignUp();
        using var third = await host.SignUp();
        using var fourth = await host.SignUp();
        foreach (var account in new[] { first, second, third, fourth })
        {
            await TopupCalls.Deposit(account, await TopupCalls.Create(account, 100), new { amount_usd = 300_000 });
        }

        // The wallet on bsc holds 1,000,000.00. Reserved, signed and sent withdrawals are committed; a confirmed one has left the wallet.
        var withdrawal = await Withdraw(first, 250_000, "bsc");
        await Withdraw(third, 250_000, "bsc");
        await Withdraw(fourth, 250_000, "bsc");
        foreach (var step in new[] { "", "broadcasted", "confirmed" })
        {
            if (step.Length > 0)
            {
                await TestAccount.Ok(Advance(first, withdrawal, step));
            }

            var refused = await Try(second, 250_001, "bsc", key: "the-same-key");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "chain_liquidity_unavailable"), (refused.Status, refused.Code));
            Assert.Equal("60", refused.Header("Retry-After"));
            Assert.Null(refused.Header("Idempotent-Replayed"));
        }

        Assert.Equal("300000.00", await second.Treasury());
        await TestAccount.Created(Try(second, 250_000, "bsc"));
        Assert.Equal("chain_liquidity_unavailable", (await Try(second, 10, "bsc")).Code);
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Without_gas_nothing_is_promised(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(150);

        var refused = await Try(account, 20);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "chain_liquidity_unavailable"), (refused.Status, refused.Code));
        await host.RunJobs();
        await TestAccount.Created(Try(account, 20));
    }

    [DatabaseTheory]
    public async Task A_list_that_cannot_be_read_stops_every_withdrawal_and_the_key_may_try_again(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUpWith(150);
        list.Write("not an address");
        var before = await DatabaseImage.Of(host.Database);

        var refused = await Try(account, 20, key: "one-key");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "withdrawals_unavailable"), (refused.Status, refused.Code));
        Assert.Equal("60", refused.Header("Retry-After"));
        var quoted = new { amount_usd = 20, chain = "tron", address = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX" };
        Assert.Equal("withdrawals_unavailable", (await account.Api.Post("/v1/withdrawals/quote", quoted)).Code);
        Assert.Equal(before, await DatabaseImage.Of(host.Database));

        list.Write("# nobody\n");
        var withdrawal = await TestAccount.Created(Try(account, 20, key: "one-key"));

        // An unreadable list stops pending withdrawals from being signed and loses none.
        list.Remove();
        host.Clock.Advance(Delay);
        await host.RunJobs();
        Assert.Equal("withdrawals_unavailable", (await Advance(account, withdrawal)).Code);
        Assert.Equal("created", (await Get(account, withdrawal))["status"]);
        list.Write("");
        await host.RunJobs();
        Assert.Equal("broadcasted", (await Get(account, withdrawal))["status"]);
    }

    [DatabaseTheory]
    public async Task Live_money_leaves_the_live_book_and_sandbox_money_on_request(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(500);
        await account.Deposit(100);

        var live = await Withdraw(account, 100);
        var sandbox = await TestAccount.Created(account.Api.Post(
            "/v1/withdrawals", new { amount_usd = 30, chain = "bsc", address = Ethereum, mode = "sandbox" }));
        var quote = await TestAccount.Ok(account.Api.Post("/v1/withdrawals/quote", new { amount_usd = 30, chain = "bsc", mode = "sandbox" }));

        Assert.Equal(("live", "sandbox"), (live["mode"], sandbox["mode"]));
        Assert.Equal("70.00/0.00 400.00/0.00", await TopupCalls.Books(account));
        Assert.Equal(("sandbox", "70.00", "28.50"), (quote["mode"], quote.Money("available_usd"), quote.Money("net_usd")));
        await TestAccount.Ok(Advance(account, live, "confirmed"));
        await TestAccount.Ok(Advance(account, sandbox, "failed"));
        Assert.Equal("100.00/0.00 400.00/0.00", await TopupCalls.Books(account));
        await BooksAudit.Check(host.Database);
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

    [DatabaseTheory]
    public async Task An_address_denied_meanwhile_is_not_paid(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);

        // The address of the same key on another chain.
        list.Write("0x" + Convert.ToHexStringLower(Convert.FromHexString("5aaeb6053f3e94c9b9a09f33669435e7ef1beae0")));
        host.Clock.Advance(Delay);
        await host.RunJobs();

        var failed = await Get(account, withdrawal);
        Assert.Equal(("failed", "address_blocked", ""), (failed["status"], failed["failure_reason"], failed["tx_hash"]));
        Assert.Equal("150.00", await account.Treasury());
        Assert.Equal(["withdrawal.created", "withdrawal.failed"], await Events(host));
        Assert.Empty(await Moved(host));
    }
}
