using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class WalletTokenTests
{
    [DatabaseTheory]
    public async Task A_token_follows_its_card_and_its_holder(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var issued = await TestAccount.Created(account.Api.Post(
            "/v1/cards", """{"type":"virtual","bin":"489517","wallet_provision":["apple_pay"]}"""));
        var card = issued["id"];
        Assert.Equal("apple_pay ready", await Wallets(account, card));

        var first = await Provision(account, card, "apple_pay");
        var second = await Provision(account, card, "google_pay");
        Assert.Equal("apple_pay active, google_pay active", await Wallets(account, card));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        Assert.Equal("apple_pay suspended, google_pay suspended", await Wallets(account, card));
        Assert.Equal(2, await Count(account, card, "?status=suspended"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));

        var removed = await TestAccount.Ok(account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{first}"));
        Assert.Equal("removed", removed["status"]);
        Assert.Equal(removed["updated_at"], (await TestAccount.Ok(account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{first}")))["updated_at"]);
        Assert.Equal("apple_pay removed, google_pay active", await Wallets(account, card));
        Assert.Equal(
            (2, 1, 1, 1, 0),
            (await Count(account, card), await Count(account, card, "?status=active"), await Count(account, card, "?status=removed"),
                await Count(account, card, "?wallet=google_pay"), await Count(account, card, "?status=suspended")));

        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
        Assert.Equal("apple_pay removed, google_pay removed", await Wallets(account, card));
        Assert.Equal("removed", (await TestAccount.Ok(account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{second}")))["status"]);
    }

    [DatabaseTheory]
    public async Task Tokens_are_pages(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var tokens = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            tokens.Add(await Provision(account, card, "apple_pay"));
        }

        var page = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens?limit=2"));
        Assert.Equal(tokens[1], page["next_cursor"]);
        var rest = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens?limit=2&cursor={page["next_cursor"]}"));
        Assert.Equal(tokens[0], rest.Json.GetProperty("data")[0].GetProperty("id").GetString());
        Assert.Equal("false", rest["has_more"]);
    }

    [DatabaseTheory]
    public async Task A_card_is_on_ten_devices_at_most(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            _ => account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" })));
        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => Assert.Equal("wallet_token_limit_reached", answer.Code));
        await TestAccount.Ok(account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{answers.First(answer => answer["id"].Length > 0)["id"]}"));
        await Provision(account, card, "apple_pay");
    }

    [DatabaseTheory]
    public async Task Only_active_cards_of_the_wallets_bin_go_into_wallets(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var plain = await account.IssueCard(bin: "472305");
        Assert.Equal(
            "wallet_not_supported_for_bin", (await account.Api.Post($"/v1/cards/{plain}/wallet_tokens", new { wallet = "apple_pay" })).Code);
        var card = await account.IssueCard();
        Assert.Equal("resource_not_found", (await other.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" })).Code);
        var token = await Provision(account, card, "apple_pay");
        Assert.Equal("resource_not_found", (await other.Api.Delete($"/v1/cards/{card}/wallet_tokens/{token}")).Code);
        Assert.Equal("resource_not_found", (await account.Api.Delete($"/v1/cards/{plain}/wallet_tokens/{token}")).Code);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        Assert.Equal("conflict_state", (await account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" })).Code);
    }

    private static async Task<string> Provision(TestAccount account, string card, string wallet) =>
        (await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet })))["id"];

    private static async Task<string> Wallets(TestAccount account, string card) => string.Join(", ",
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))).Json.GetProperty("wallets").EnumerateArray()
            .Select(wallet => $"{wallet.GetProperty("wallet").GetString()} {wallet.GetProperty("status").GetString()}"));

    private static async Task<int> Count(TestAccount account, string card, string query = "") =>
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens{query}"))).Json.GetProperty("data").GetArrayLength();
}
