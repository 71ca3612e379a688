using System.Globalization;
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

        var whole = (await TestAccount.Ok(account.Api.Get("/v1/ledger/proof"))).Json;
        Assert.False(whole.GetProperty("has_more").GetBoolean());
        var pages = new List<string>();
        var cursor = "";
        do
        {
            var page = (await TestAccount.Ok(account.Api.Get($"/v1/ledger/proof?limit=3{cursor}"))).Json;
            Assert.Equal(whole.GetProperty("total_usd").GetRawText(), page.GetProperty("total_usd").GetRawText());
            Assert.InRange(page.GetProperty("accounts").GetArrayLength(), 1, 3);
            pages.AddRange(page.GetProperty("accounts").EnumerateArray().Select(item => item.GetRawText()));
            cursor = page.TryGetProperty("next_cursor", out var next) ? $"&cursor={next.GetString()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(whole.GetProperty("accounts").EnumerateArray().Select(item => item.GetRawText()), pages);
        Assert.Equal(8, pages.Count);
        foreach (var wrong in (string[])["0", "1", "999999", "x", "00" + await Treasury(host, account.Id)])
        {
            Assert.Equal("invalid_cursor", (await account.Api.Get($"/v1/ledger/proof?cursor={wrong}")).Code);
        }
    }

    private static async Task<string> Treasury(TestHost host, string account)
    {
        await using var connection = await Sql.Open(host.Database);
        return ((long)(await Sql.One(connection, $"SELECT no FROM ledger_account WHERE code = 'live:U.avail:{account}'"))!).ToString(CultureInfo.InvariantCulture);
    }
}
