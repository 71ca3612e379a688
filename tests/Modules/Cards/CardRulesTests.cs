using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// What a card is told that it may do, as it is stored and shown. What follows from it for a purchase is asked elsewhere.
public sealed class CardRulesTests
{
    private const string Nothing = "{} + - + -";

    public static IEnumerable<object[]> Patches =>
    [
        ["limits", "{}", Nothing],
        ["limits", """{"daily_usd":50}""", """{"daily_usd":50.00} + - + -"""],
        [
            "limits", """{"daily_usd":50,"lifetime_count":3} {"daily_usd":null} {"monthly_usd":0.01}""",
            """{"monthly_usd":0.01,"lifetime_count":3} + - + -""",
        ],
        ["mcc", """{"deny":["group:gambling","6051"]} {"allow":["5411"]}""", "{} +5411 -6051,group:gambling + -"],
        ["mcc", """{"deny":["6051"]} {"deny":[]}""", Nothing],
        ["mcc", """{"deny":["6051"],"allow":["5411"]} {"deny":null,"allow":null}""", Nothing],
        ["geo", """{"allow":["US","GB"],"deny":["KP"]}""", "{} + - +GB,US -KP"],
        ["geo", """{"allow":["US","GB"],"deny":["KP"]} {"allow":null}""", "{} + - + -KP"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Patches))]
    public async Task Patches_are_merged(Engine engine, string part, string patches, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        foreach (var patch in patches.Split(' '))
        {
            await TestAccount.Ok(account.Patch($"/v1/cards/{card}/{part}", patch));
        }

        Assert.Equal(expected, Rules(await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))));
    }

    [DatabaseTheory]
    public async Task A_card_is_issued_with_its_rules(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var issued = await TestAccount.Created(account.Api.Post(
            "/v1/cards",
            """
            {"type":"virtual","bin":"489517","limits":{"per_transaction_usd":20,"daily_count":2},"mcc":{"allow":["group:software"]},
             "geo":{"deny":["KP"]},"auto_cancel":{"after_count":1}}
            """));
        const string expected = """{"per_transaction_usd":20.00,"daily_count":2} +group:software - + -KP""";
        Assert.Equal(expected, Rules(issued));
        Assert.Equal("""{"after_count":1}""", issued.Json.GetProperty("auto_cancel").GetRawText());
        Assert.Equal(expected, Rules(await TestAccount.Ok(account.Api.Get($"/v1/cards/{issued["id"]}"))));
        Assert.Equal(expected, Rules(JsonSerializer.SerializeToElement(
            (await TestAccount.Ok(account.Api.Get("/v1/cards"))).Json.GetProperty("data")[0])));
    }

    public static IEnumerable<object[]> Refused =>
    [
        ["limits", """{"daily_usd":0}""", 422, "amount_too_small", "daily_usd"],
        ["limits", """{"daily_usd":1.001}""", 422, "amount_precision", "daily_usd"],
        ["limits", """{"daily_count":0}""", 400, "out_of_range", "daily_count"],
        ["limits", """{"weekly_count":1}""", 400, "unknown_field", "weekly_count"],
        ["mcc", """{"allow":["541"]}""", 400, "value_too_short", "allow[0]"],
        ["mcc", """{"allow":["54111"]}""", 400, "invalid_format", "allow[0]"],
        ["mcc", """{"deny":["5411","group:games"]}""", 422, "unknown_mcc_group", "deny"],
        ["mcc", """{"deny":["5411","5411"]}""", 400, "invalid_value", "deny"],
        ["geo", """{"deny":["uk"]}""", 400, "invalid_format", "deny[0]"],
        ["geo", """{"allow":["UK"]}""", 422, "unknown_country", "allow"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Refused))]
    public async Task What_breaks_a_rule_is_refused(Engine engine, string part, string patch, int status, string code, string param)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var refused = await account.Patch($"/v1/cards/{card}/{part}", patch);
        Assert.Equal((status, code, param), ((int)refused.Status, refused.Code, refused["param"]));
    }

    public static IEnumerable<object[]> BadOrders =>
    [
        ["mcc", """{"mcc":{"deny":["group:games"]}}""", "unknown_mcc_group", "mcc.deny"],
        ["geo", """{"geo":{"allow":["UK"]}}""", "unknown_country", "geo.allow"],
        ["auto_cancel", """{"auto_cancel":{"at":"2020-01-01T00:00:00Z"}}""", "auto_cancel_in_past", "auto_cancel.at"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(BadOrders))]
    public async Task An_order_with_a_bad_rule_issues_nothing(Engine engine, string part, string rule, string code, string param)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var refused = await account.Api.Post("/v1/cards", $$"""{"type":"virtual","bin":"489517",{{rule[1..]}}""");
        Assert.Equal((code, param), (refused.Code, refused["param"]));
        Assert.StartsWith(part, param, StringComparison.Ordinal);
        Assert.Equal(0, (await account.Api.Get("/v1/cards")).Json.GetProperty("data").GetArrayLength());
    }

    [DatabaseTheory]
    public async Task A_change_is_dated_and_nothing_is_not(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var issuedAt = (await account.Api.Get($"/v1/cards/{card}"))["updated_at"];
        host.Clock.Advance(TimeSpan.FromHours(1));
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"daily_usd":null}"""));
        Assert.Equal(issuedAt, (await account.Api.Get($"/v1/cards/{card}"))["updated_at"]);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"daily_usd":5}"""));
        Assert.NotEqual(issuedAt, (await account.Api.Get($"/v1/cards/{card}"))["updated_at"]);
    }

    private static string Rules(Answer answer) => Rules(answer.Json);

    private static string Rules(JsonElement card) =>
        $"{card.GetProperty("limits").GetRawText()} {Lists(card.GetProperty("mcc"))} {Lists(card.GetProperty("geo"))}";

    private static string Lists(JsonElement rules) => $"+{Words(rules.GetProperty("allow"))} -{Words(rules.GetProperty("deny"))}";

    private static string Words(JsonElement list) => string.Join(',', list.EnumerateArray().Select(word => word.GetString()));
}
