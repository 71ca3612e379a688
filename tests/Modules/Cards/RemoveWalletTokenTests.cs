using System.Net;
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

        await Remove(account, card, first);
        var removedAt = await UpdatedAt(account, card, first);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Remove(account, card, first);
        Assert.Equal(removedAt, await UpdatedAt(account, card, first));
        Assert.Equal("apple_pay removed, google_pay active", await Wallets(account, card));
        Assert.Equal(
            (2, 1, 1, 1, 0),
            (await Count(account, card), await Count(account, card, "?status=active"), await Count(account, card, "?status=removed"),
                await Count(account, card, "?wallet=google_pay"), await Count(account, card, "?status=suspended")));

        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
        Assert.Equal("apple_pay removed, google_pay removed", await Wallets(account, card));
        await Remove(account, card, second);
    }

    [DatabaseTheory]
    public async Task A_repetition_and_a_replay_answer_204_without_a_body(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var path = $"/v1/cards/{card}/wallet_tokens/{await WalletCalls.Provision(account, card, "apple_pay")}";
        foreach (var (key, replayed) in new[] { ("remove-1", ""), ("remove-1", "true"), ("remove-2", "") })
        {
            var answer = await account.Api.Send(HttpMethod.Delete, path, key: key);
            Assert.Equal((HttpStatusCode.NoContent, replayed), (answer.Status, answer.Header("Idempotent-Replayed") ?? ""));
        }
    }

    // The client of tests checks that a 204 has no body.
    private static async Task Remove(TestAccount account, string card, string token) =>
        Assert.Equal(HttpStatusCode.NoContent, (await account.Api.Delete($"/v1/cards/{card}/wallet_tokens/{token}")).Status);

    private static async Task<string?> UpdatedAt(TestAccount account, string card, string token) =>
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens"))).Json.GetProperty("data").EnumerateArray()
            .Single(row => row.GetProperty("id").GetString() == token).GetProperty("updated_at").GetString();

    private static async Task<string> Wallets(TestAccount account, string card) => string.Join(", ",
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))).Json.GetProperty("wallets").EnumerateArray()
            .Select(wallet => $"{wallet.GetProperty("wallet").GetString()} {wallet.GetProperty("status").GetString()}"));

    private static async Task<int> Count(TestAccount account, string card, string query = "") =>
        (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/wallet_tokens{query}"))).Json.GetProperty("data").GetArrayLength();
}
