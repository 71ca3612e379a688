using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ProvisionWalletTests
{
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
        var removed = await account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{answers.First(answer => answer["id"].Length > 0)["id"]}");
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        await WalletCalls.Provision(account, card, "apple_pay");
    }

    [DatabaseTheory]
    public async Task Only_active_cards_of_the_wallets_bin_go_into_wallets(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var plain = await account.IssueCard(bin: "472305");
        Assert.Equal(
            "unsupported_wallet", (await account.Api.Post($"/v1/cards/{plain}/wallet_tokens", new { wallet = "apple_pay" })).Code);
        var card = await account.IssueCard();
        Assert.Equal("resource_not_found", (await other.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" })).Code);
        var token = await WalletCalls.Provision(account, card, "apple_pay");
        Assert.Equal("resource_not_found", (await other.Api.Delete($"/v1/cards/{card}/wallet_tokens/{token}")).Code);
        Assert.Equal("resource_not_found", (await account.Api.Delete($"/v1/cards/{plain}/wallet_tokens/{token}")).Code);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        Assert.Equal("conflict_state", (await account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" })).Code);
    }
}
