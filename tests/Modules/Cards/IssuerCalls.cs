using System.Net;

namespace Cryptocardium.Tests.Cards;

// Every operation that calls the issuer. Each runs on a card of its own, just issued with a balance of 10.00.
internal static class IssuerCalls
{
    public static readonly (string Operation, Func<TestAccount, string, string?, Task<Answer>> Call)[] All =
    [
        ("issue_card", (account, _, key) => account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 5 }, key)),
        ("reveal_pan", (account, card, _) => account.Api.Get($"/v1/cards/{card}/pan")),
        ("freeze_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/freeze", key: key)),
        ("unfreeze_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/unfreeze", key: key)),
        ("load_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 5 }, key)),
        ("unload_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/unload", new { amount_usd = 5 }, key)),
        ("cancel_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/cancel", key: key)),
        ("replace_card", (account, card, key) => account.Api.Post($"/v1/cards/{card}/replace", new { reason = "damaged" }, key)),
        ("provision_wallet", (account, card, key) => account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" }, key)),
    ];

    public static Task<Answer> Inject(this TestAccount account, object fault) =>
        TestAccount.Created(account.Api.Post("/v1/simulate/faults", fault));

    public static async Task Remove(this TestAccount account, Answer fault)
    {
        var answer = await account.Api.Delete($"/v1/simulate/faults/{fault["id"]}");
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.ToString());
    }
}
