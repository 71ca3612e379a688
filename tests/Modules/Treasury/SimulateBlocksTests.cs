using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class SimulateBlocksTests
{
    private const string Tron = "/v1/simulate/chains/tron/blocks";

    [DatabaseTheory]
    public async Task Without_a_body_one_block_is_mined_in_the_mode_of_the_account(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var sandbox = await TestAccount.Ok(account.Api.Post(Tron));
        await account.Deposit(500);
        var live = await TestAccount.Ok(account.Api.Post(Tron));

        Assert.Equal(
            ("simulated_chain", "tron", "sandbox", "1", "1"),
            (sandbox["object"], sandbox["chain"], sandbox["mode"], sandbox["height"], sandbox["mined_blocks"]));
        Assert.Equal(("live", "21"), (live["mode"], live["height"]));
    }

    // The first live top-up happens before the account is in production.
    [DatabaseTheory]
    public async Task The_live_chain_can_be_mined_before_production(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run("create 300, detect 300");

        var chain = await steps.Blocks(14, mode: "live");

        Assert.Equal("1", chain["credited_deposits"]);
        Assert.Equal("true", (await account.Api.Get("/v1/accounts/me"))["production"]);
    }

    [DatabaseTheory]
    public async Task A_retry_with_the_same_key_mines_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var first = await TestAccount.Ok(account.Api.Post(Tron, new { blocks = 7 }, "seven"));
        var second = await TestAccount.Ok(account.Api.Post(Tron, new { blocks = 7 }, "seven"));

        Assert.Equal(first.Body, second.Body);
        Assert.Equal("7", (await TestAccount.Ok(account.Api.Post(Tron, new { blocks = 0 })))["height"]);
    }

    [DatabaseTheory]
    public async Task An_invalid_simulation_is_refused_and_nothing_changes(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var deposit = $"/v1/simulate/topups/{(await Create(account, 100))["id"]}/deposit";
        var before = await DatabaseImage.Of(host.Database);
        (string Path, string Body, int Status, string Code, string Param)[] table =
        [
            ("/v1/simulate/chains/solana/blocks", "{}", 422, "unsupported_chain", "chain"),
            ("/v1/simulate/chains/TRON/blocks", "{}", 404, "resource_not_found", "chain"),
            (Tron, """{ "mode": "test" }""", 400, "invalid_value", "mode"),
            (Tron, """{ "blocks": 1001 }""", 400, "out_of_range", "blocks"),
            (Tron, """{ "blocks": -1 }""", 400, "out_of_range", "blocks"),
            (Tron, """{ "blocks": 1.5 }""", 400, "invalid_type", "blocks"),
            (Tron, """{ "reorg_depth": 1001 }""", 400, "out_of_range", "reorg_depth"),
            (Tron, """{ "reinclude": "yes" }""", 400, "invalid_type", "reinclude"),
            (Tron, """{ "depth": 1 }""", 400, "unknown_field", "depth"),
            (deposit, """{ "delay_seconds": 3601 }""", 400, "out_of_range", "delay_seconds"),
            (deposit, """{ "delay_seconds": -1 }""", 400, "out_of_range", "delay_seconds"),
            (deposit, """{ "settlement_failure": 1 }""", 400, "invalid_type", "settlement_failure"),
            (deposit, """{ "sender": "" }""", 400, "value_too_short", "sender"),
            (deposit, """{ "sender": 5 }""", 400, "invalid_type", "sender"),
            (deposit, """{ "sender": "somebody" }""", 422, "invalid_address", "sender"),
            (deposit, """{ "sender": "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVT" }""", 422, "invalid_address", "sender"),
            (deposit, """{ "sender": "0xdAC17F958D2ee523a2206206994597C13D831ec7" }""", 422, "invalid_address", "sender"),
            (deposit, """{ "amount_usd": 0.00, "delay_seconds": 5 }""", 422, "amount_too_small", "amount_usd"),
        ];
        foreach (var (path, body, status, code, param) in table)
        {
            var answer = await account.Api.Post(path, body);
            Assert.Equal((body, (HttpStatusCode)status, code, param), (body, answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    [DatabaseTheory]
    public async Task Simulated_money_on_its_way_counts_toward_the_limit(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 100);
        const decimal most = 10_000_000;
        await Deposit(account, topup, new { amount_usd = most - 3, delay_seconds = 60 });
        await Deposit(account, topup, new { amount_usd = 2, confirmations = 1 });

        var refused = await account.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit", new { amount_usd = 1.01m });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "simulation_limit_reached"), (refused.Status, refused.Code));
        await Deposit(account, topup, new { amount_usd = 1 });

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RunJobs();
        Assert.Equal("10000000.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task One_call_reaches_a_hundred_topups_at_most(Engine engine)
    {
        // Each deposit takes only two blocks, so that many deposits are in few blocks.
        await using var host = await TestHost.Start(engine, "--Treasury:Confirmations:tron=1");
        using var account = await host.SignUp();
        for (var i = 0; i < 101; i++)
        {
            await Deposit(account, await Create(account, 20), null);
        }

        var refused = await account.Api.Post(Tron, new { reorg_depth = 1000 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "simulation_limit_reached"), (refused.Status, refused.Code));
        var done = await TestAccount.Ok(account.Api.Post(Tron, new { reorg_depth = 200 }));
        Assert.Equal(("3", "0"), (done["height"], done["dropped_deposits"]));
    }
}
