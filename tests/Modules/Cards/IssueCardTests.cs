using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("get_card")]
public sealed class IssueCardTests
{
    [DatabaseTheory]
    public async Task A_card_is_issued_with_its_rules(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var issued = await TestAccount.Created(account.Api.Post(
            "/v1/cards",
            """
            {"type":"virtual","bin":"489517","limits":{"per_transaction_usd":20,"daily_count":2},"mcc":{"allow":["group:software"]},
             "geo":{"deny":["KP"]},"auto_cancel":{"after_purchases":1}}
            """));
        const string expected = """{"per_transaction_usd":20.00,"daily_count":2} +group:software - + -KP""";
        Assert.Equal(expected, CardRules.Of(issued));
        Assert.Equal("""{"after_purchases":1}""", issued.Json.GetProperty("auto_cancel").GetRawText());
        Assert.Equal(expected, CardRules.Of(await TestAccount.Ok(account.Api.Get($"/v1/cards/{issued["id"]}"))));
        Assert.Equal(expected, CardRules.Of(JsonSerializer.SerializeToElement(
            (await TestAccount.Ok(account.Api.Get("/v1/cards"))).Json.GetProperty("data")[0])));
    }

    public static IEnumerable<object[]> BadOrders =>
    [
        ["mcc", """{"mcc":{"deny":["group:games"]}}""", "mcc_group_not_found", "mcc.deny"],
        ["geo", """{"geo":{"allow":["UK"]}}""", "country_not_found", "geo.allow"],
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
}
