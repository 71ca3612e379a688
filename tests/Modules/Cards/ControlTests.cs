using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// The effect of card rules on purchases.
public sealed class ControlTests
{
    public static IEnumerable<object[]> Rows => ControlRules.Rows;

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public async Task A_rule_decides(Engine engine, string part, string rule, string before, string judged, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await ControlRules.Restricted(account, part, rule, before);
        var answer = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", ControlRules.Purchase(card, judged).ToJsonString()));
        Assert.Equal(expected, $"{answer["auth_response_code"]} {answer["decline_reason"]}".TrimEnd());
    }

    [DatabaseTheory]
    public async Task A_limit_begins_again_when_it_says(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        await account.Authorize(card, 40);
        var limits = await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"daily_usd":50,"monthly_usd":60}"""));
        var daily = limits.Json.GetProperty("usage").GetProperty("daily_usd");
        Assert.Equal(("40.00", "10.00"), (daily.GetProperty("used_usd").GetRawText(), daily.GetProperty("remaining_usd").GetRawText()));

        Assert.Equal("daily_limit", (await account.Authorize(card, 11))["decline_reason"]);
        host.Clock.Advance(daily.GetProperty("resets_at").GetDateTimeOffset() - host.Clock.GetUtcNow());
        using var tomorrow = await account.SignInAgain();
        Assert.Equal("monthly_limit", (await tomorrow.Authorize(card, 21))["decline_reason"]);
        Assert.Equal("00", (await tomorrow.Authorize(card, 20))["auth_response_code"]);
        var after = (await tomorrow.Api.Get($"/v1/cards/{card}/limits")).Json.GetProperty("usage");
        Assert.Equal("20.00", after.GetProperty("daily_usd").GetProperty("used_usd").GetRawText());
        Assert.Equal("0.00", after.GetProperty("monthly_usd").GetProperty("remaining_usd").GetRawText());
    }

    [DatabaseTheory]
    public async Task Purchases_at_once_never_pass_a_limit(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"monthly_usd":50}"""));
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => account.Authorize(card, 1)));
        Assert.Equal(50, answers.Count(answer => answer["status"] == "authorized"));
        Assert.All(answers.Where(answer => answer["status"] != "authorized"), answer => Assert.Equal("monthly_limit", answer["decline_reason"]));
        Assert.Equal("450.00/50.00", await account.CardMoney(card));
        await BooksAudit.Check(host.Database);
    }
}
