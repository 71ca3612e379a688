using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// During an issuer outage the network declines purchases itself and still delivers captures.
public sealed class OutagePurchaseTests
{
    [DatabaseTheory]
    public async Task Purchases_and_increments_are_declined_with_91_until_the_outage_is_over(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        var earlier = (await account.Authorize(card, 10))["authorization_id"];
        await account.Inject(new { type = "issuer_outage" });

        var declined = await account.Authorize(card, 20);
        var preview = await TestAccount.Ok(account.Api.Post(
            "/v1/authorizations/preview", new { card_id = card, amount_usd = 20, merchant = new { name = "OpenAI", mcc = "7372" } }));
        Answer[] all = [declined, preview, await Increment(account, earlier)];
        Assert.All(all, answer => Assert.Equal(
            ("91", "issuer_unavailable", "retry_later"), (answer["auth_response_code"], answer["decline_reason"], answer["retry_category"])));
        Assert.Equal("90.00/10.00", await account.CardMoney(card));
        Assert.Equal("captured", (await account.Capture(earlier, 4, final: false))["status"]);

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("authorized", (await account.Authorize(card, 20))["status"]);
        Assert.Equal("authorized", (await Increment(account, earlier))["status"]);
        var explained = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{declined["id"]}/explain"));
        Assert.Equal(preview.Json.GetProperty("checks").GetRawText(), explained.Json.GetProperty("checks").GetRawText());
        var failed = explained.Json.GetProperty("checks").EnumerateArray().Single(check => !check.GetProperty("passed").GetBoolean());
        Assert.Equal("issuer", failed.GetProperty("name").GetString());
        Assert.Equal("remove_fault", failed.GetProperty("smallest_change").GetProperty("operation").GetString());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Purchases_of_others_and_in_the_other_mode_and_those_that_only_take_longer_are_approved(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var (own, others) = (await account.IssueCard(load: 100), await other.IssueCard(load: 100));
        await account.Inject(new { type = "issuer_outage", mode = "sandbox" });
        await account.Inject(new { type = "issuer_latency", latency_ms = 10_000 });
        await other.Remove(await other.Inject(new { type = "issuer_outage" }));

        Assert.Equal("authorized", (await account.Authorize(own, 20))["status"]);
        Assert.Equal("authorized", (await other.Authorize(others, 20))["status"]);
    }

    private static Task<Answer> Increment(TestAccount account, string authorization) => TestAccount.Created(
        account.Api.Post($"/v1/simulate/authorizations/{authorization}/increment", new { amount_usd = 5 }));
}
