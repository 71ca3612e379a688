using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// A customer who replaces one card after the other. The first card has two dollars, of which half a dollar is held.
internal sealed class CardHolder
{
    private readonly string name;
    private readonly string authorization;
    private readonly List<(string Card, string Key, byte[] Answer)> acknowledged = [];
    private string card;

    private CardHolder(string name, string card, string authorization) =>
        (this.name, this.card, this.authorization) = (name, card, authorization);

    /// <summary>The number of acknowledged replacements.</summary>
    public int Replaced => acknowledged.Count;

    public static async Task<CardHolder> Open(ApiClient api, string name)
    {
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 2 }));
        var purchase = await TestAccount.Created(api.Post(
            "/v1/simulate/authorizations",
            new { card_id = card["id"], amount_usd = 0.50m, merchant = new { name = "OpenAI", mcc = "7372" } }));
        return new CardHolder(name, card["id"], purchase["authorization_id"]);
    }

    /// <summary>Replaces the last card. A call after a cut-off repeats the same request.</summary>
    public async Task Replace(ApiClient api)
    {
        var key = $"{name}-{acknowledged.Count}";
        var made = await Ask(api, card, key);
        acknowledged.Add((card, key, made.Body));
        card = made["id"];
    }

    /// <summary>Requires that every response is replayed, and that all money is on the last card, including the released hold.</summary>
    public async Task Settle(ApiClient api)
    {
        await Replace(api);
        foreach (var (old, key, answer) in acknowledged)
        {
            Assert.Equal(answer, (await Ask(api, old, key)).Body);
            Assert.Equal("cancelled", (await TestAccount.Ok(api.Get($"/v1/cards/{old}")))["status"]);
        }

        Assert.Equal("1.50", (await TestAccount.Ok(api.Get($"/v1/cards/{card}"))).Money("balance_usd"));
        await TestAccount.Created(api.Post($"/v1/simulate/authorizations/{authorization}/reverse"));
        Assert.Equal("2.00", (await TestAccount.Ok(api.Get($"/v1/cards/{card}"))).Money("balance_usd"));
    }

    private static Task<Answer> Ask(ApiClient api, string card, string key) =>
        TestAccount.Created(api.PostUntilTaken($"/v1/cards/{card}/replace", new { reason = "stolen" }, key));
}
