using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class ListWithdrawalsTests
{
    [DatabaseTheory]
    public async Task Lists_are_filtered_sorted_and_read_page_by_page(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        (decimal Amount, string Chain)[] made = [(20, "tron"), (30, "bsc"), (10, "tron"), (25, "ethereum")];
        foreach (var (amount, chain) in made)
        {
            var withdrawal = await Withdraw(account, amount, chain);
            if (chain == "bsc")
            {
                await TestAccount.Ok(Cancel(account, withdrawal));
            }

            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("25.00 10.00 30.00 20.00", await Pages(account, "limit=1"));
        Assert.Equal("10.00 20.00 25.00 30.00", await Pages(account, "limit=3&sort=amount_usd"));
        Assert.Equal("20.00 30.00 10.00 25.00", await Pages(account, "limit=2&sort=created_at"));
        Assert.Equal("30.00", await Pages(account, "status=cancelled"));
        var unknown = await account.Api.Get("/v1/withdrawals?status=unheard_of");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_value", "status"), (unknown.Status, unknown.Code, unknown.Param));
        Assert.Equal("10.00 20.00", await Pages(account, "chain=tron"));
        Assert.Equal("10.00 20.00", await Pages(account, $"address={Tron}"));
        Assert.Equal("25.00 30.00", await Pages(account, $"address={Ethereum.ToLowerInvariant()}&sort=amount_usd"));
        Assert.Equal("", await Pages(account, "address=TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS"));
        Assert.Equal("", await Pages(account, "address=nowhere"));
        Assert.Equal("", await Pages(account, "mode=live"));
        Assert.Equal("25.00 10.00", await Pages(account, "created_after=2026-05-19T07:31:00Z"));
        Assert.Equal("20.00", await Pages(account, "created_before=2026-05-19T07:31:00Z"));

        using var other = await host.SignUp();
        var mine = (await account.Api.Get("/v1/withdrawals?limit=1"))["next_cursor"];
        Assert.Equal("invalid_cursor", (await other.Api.Get($"/v1/withdrawals?cursor={mine}")).Code);
    }

    private static async Task<string> Pages(TestAccount account, string query)
    {
        var amounts = new List<string>();
        var cursor = "";
        do
        {
            var page = await TestAccount.Ok(account.Api.Get($"/v1/withdrawals?{query}{cursor}"));
            amounts.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("amount_usd").GetRawText()));
            cursor = page["next_cursor"] is { Length: > 0 } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return string.Join(' ', amounts);
    }
}
