using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

public sealed class GetLedgerProofTests
{
    [DatabaseTheory]
    public async Task The_proof_shows_all_accounts_page_by_page_and_one_total(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(5_000);
        for (var i = 0; i < 7; i++)
        {
            await account.IssueCard(load: 10);
        }

        using var other = await host.SignUpWith(500);
        var others = await other.IssueCard(load: 10);
        var whole = (await TestAccount.Ok(account.Api.Get("/v1/ledger/proof"))).Json;
        Assert.False(whole.GetProperty("accounts").GetProperty("has_more").GetBoolean());
        var pages = new List<string>();
        var cursor = "";
        do
        {
            var page = (await TestAccount.Ok(account.Api.Get($"/v1/ledger/proof?limit=3{cursor}"))).Json;
            Assert.Equal(whole.GetProperty("total_usd").GetRawText(), page.GetProperty("total_usd").GetRawText());
            var list = page.GetProperty("accounts");
            Assert.InRange(list.GetProperty("data").GetArrayLength(), 1, 3);
            pages.AddRange(list.GetProperty("data").EnumerateArray().Select(item => item.GetRawText()));
            cursor = list.TryGetProperty("next_cursor", out var next) ? $"&cursor={next.GetString()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(whole.GetProperty("accounts").GetProperty("data").EnumerateArray().Select(item => item.GetRawText()), pages);
        Assert.Equal(8, pages.Count);
        foreach (var wrong in (string[])["1", "x", "receivable", "card_available", "treasury_available_", $"card_available_{others}"])
        {
            Assert.Equal("invalid_cursor", (await account.Api.Get($"/v1/ledger/proof?cursor={wrong}")).Code);
        }
    }
}
