using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

public sealed class ListTopupsTests
{
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
        var unknown = await account.Api.Get("/v1/topups?status=unheard_of");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_value", "status"), (unknown.Status, unknown.Code, unknown.Param));
        Assert.Equal("400.00 60.00", await Pages(account, "created_after=2026-05-19T07:32:00Z"));
        Assert.Equal("300.00 70.00", await Pages(account, "created_before=2026-05-19T07:32:00Z"));

        using var other = await host.SignUp();
        var mine = (await account.Api.Get("/v1/topups?limit=1"))["next_cursor"];
        Assert.Equal("invalid_cursor", (await other.Api.Get($"/v1/topups?cursor={mine}")).Code);
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
