using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class TopupOperationTests
{
    [DatabaseTheory]
    public async Task What_cannot_be_topped_up_is_refused_and_nothing_is_expected(Engine engine)
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

    [DatabaseTheory]
    public async Task Lists_are_filtered_sorted_and_read_page_by_page(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        decimal[] amounts = [70, 300, 50, 60, 400];
        foreach (var amount in amounts)
        {
            await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = amount, asset = "USDT", chain = "tron" }));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("400.00 60.00 50.00 300.00 70.00", await Pages(account, "limit=2"));
        Assert.Equal("50.00 60.00 70.00 300.00 400.00", await Pages(account, "limit=1&sort=amount_usd"));
        Assert.Equal("400.00 300.00", await Pages(account, "mode=live&sort=-amount_usd"));
        Assert.Equal("", await Pages(account, "status=completed"));
        Assert.Equal("", await Pages(account, "status=unheard_of"));
        Assert.Equal("400.00 60.00", await Pages(account, "created_after=2026-05-19T07:32:00Z"));
        Assert.Equal("300.00 70.00", await Pages(account, "created_before=2026-05-19T07:32:00Z"));

        using var other = await host.SignUp();
        var mine = (await account.Api.Get("/v1/topups?limit=1"))["next_cursor"];
        Assert.Equal("invalid_cursor", (await other.Api.Get($"/v1/topups?cursor={mine}")).Code);
    }

    [DatabaseTheory]
    public async Task Chains_are_listed_to_everyone(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        var all = await TestAccount.Ok(host.Anonymous.Get("/v1/chains"));
        var first = await TestAccount.Ok(host.Anonymous.Get("/v1/chains?limit=1"));
        var rest = await TestAccount.Ok(host.Anonymous.Get($"/v1/chains?cursor={first["next_cursor"]}"));

        Assert.Equal(3, all.Json.GetProperty("data").GetArrayLength());
        Assert.Equal("bsc", first["next_cursor"]);
        Assert.Equal(2, rest.Json.GetProperty("data").GetArrayLength());
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/chains?cursor=solana")).Code);
    }

    [DatabaseTheory]
    public async Task A_topup_of_another_account_is_unknown(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var owner = await host.SignUp();
        using var other = await host.SignUp();
        var topup = await Create(owner, 50);

        foreach (var answer in new[]
        {
            await other.Api.Get($"/v1/topups/{topup["id"]}"),
            await other.Api.Post($"/v1/topups/{topup["id"]}/cancel"),
            await other.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "resource_not_found", "topup_id"), (answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal("0.00/50.00 0.00/0.00", await Books(owner));
    }

    private static async Task<string> Pages(TestAccount account, string query)
    {
        var amounts = new List<string>();
        var cursor = "";
        do
        {
            var page = await TestAccount.Ok(account.Api.Get($"/v1/topups?{query}{cursor}"));
            amounts.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(topup => topup.GetProperty("amount_usd").GetRawText()));
            cursor = page["next_cursor"] is { Length: > 0 } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return string.Join(' ', amounts);
    }
}
