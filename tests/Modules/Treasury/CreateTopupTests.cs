using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

public sealed class CreateTopupTests
{
    [DatabaseTheory]
    public async Task An_invalid_topup_is_refused_and_nothing_is_expected(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        (object Body, string Code, string Param)[] table =
        [
            (new { amount_usd = 19.99m, asset = "USDT", chain = "tron" }, "amount_too_small", "amount_usd"),
            (new { amount_usd = 20m, asset = "USDT", chain = "solana" }, "unsupported_chain", "chain"),
            (new { amount_usd = 20m, asset = "USDC", chain = "tron" }, "unsupported_asset", "asset"),
        ];
        foreach (var (body, code, param) in table)
        {
            var answer = await account.Api.Post("/v1/topups", body);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code, param), (answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal("0.00", (await account.Api.Get("/v1/balance")).Money("pending_usd"));
    }

    [DatabaseTheory]
    public async Task Fifty_topups_may_be_open_and_closing_one_makes_room(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        object body = new { amount_usd = 20, asset = "USDT", chain = "bsc" };
        var first = await TestAccount.Created(account.Api.Post("/v1/topups", body));
        for (var i = 1; i < 50; i++)
        {
            await TestAccount.Created(account.Api.Post("/v1/topups", body));
        }

        var refused = await account.Api.Post("/v1/topups", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "topup_limit_reached"), (refused.Status, refused.Code));
        Assert.Equal("1000.00", (await account.Api.Get("/v1/balance")).Money("pending_usd"));

        await TestAccount.Ok(account.Api.Post($"/v1/topups/{first["id"]}/cancel"));
        await TestAccount.Created(account.Api.Post("/v1/topups", body));
    }
}
