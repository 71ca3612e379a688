using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("get_card")]
public sealed class IssueCardTests
{
    [DatabaseTheory]
    public async Task A_card_that_its_product_does_not_allow_is_refused_by_name(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var shipping = new { name = "Ada", address = new { line1 = "1 Way", city = "London", postal_code = "N1", country = "GB" } };
        (object Body, string Code, string Param)[] rows =
        [
            (new { type = "physical", bin = "472305", shipping }, "bin_type_mismatch", "bin"),
            (new { type = "virtual", bin = "472305", wallet_provision = new[] { "google_pay" } }, "unsupported_wallet", "wallet_provision"),
            (new { type = "virtual", bin = "489517", shipping }, "shipping_not_allowed", "shipping"),
            (new { type = "virtual", bin = "489517", metadata = new Dictionary<string, string> { [new('k', 41)] = "v" } }, "invalid_metadata_key", "metadata"),
        ];
        foreach (var (body, code, param) in rows)
        {
            var refused = await account.Api.Post("/v1/cards", body);
            Assert.Equal((code, param), (refused.Code, refused.Param));
        }
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
