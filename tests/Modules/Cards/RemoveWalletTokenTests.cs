using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class RemoveWalletTokenTests
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

        var first = await WalletCalls.Provision(account, card, "apple_pay");
        var second = await WalletCalls.Provision(account, card, "google_pay");
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

    private static async Task<string> Wallets(TestAccount account, string card) => string.Join(", ",
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))).Json.GetProperty("wallets").EnumerateArray()
            .Select(wallet => $"{wallet.GetProperty("wallet").GetString()} {wallet.GetProperty("status").GetString()}"));

    private static async Task<int> Count(TestAccount account, string card, string query = "") =>
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens{query}"))).Json.GetProperty("data").GetArrayLength();
}
