using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListWalletTokensTests
{
    [DatabaseTheory]
    public async Task Tokens_are_pages(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var tokens = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            tokens.Add(await WalletCalls.Provision(account, card, "apple_pay"));
        }

        var page = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens?limit=2"));
        Assert.Equal(tokens[1], page["next_cursor"]);
        var rest = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens?limit=2&cursor={page["next_cursor"]}"));
        Assert.Equal(tokens[0], rest.Json.GetProperty("data")[0].GetProperty("id").GetString());
        Assert.Equal("false", rest["has_more"]);
    }
}
