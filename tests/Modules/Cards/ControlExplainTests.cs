using System.Text.Json;
using System.Text.Json.Nodes;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Each declining control names the change that would have approved. After that change the same purchase is approved, and the
// explanation of the declined one stays the same.
public sealed class ControlExplainTests
{
    public static IEnumerable<object[]> Declines => ControlRules.Rows.Where(row => ((string)row[4]).Contains(' ', StringComparison.Ordinal));

    [DatabaseTheory]
    [MemberData(nameof(Declines))]
    public async Task The_smallest_change_approves(Engine engine, string part, string rule, string before, string judged, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await ControlRules.Restricted(account, part, rule, before);
        var purchase = ControlRules.Purchase(card, judged);
        var preview = await TestAccount.Ok(account.Api.Post("/v1/authorizations/preview", purchase.ToJsonString()));
        var declined = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", purchase.ToJsonString()));
        var path = $"/v1/transactions/{declined["id"]}/explain";
        var explained = await TestAccount.Ok(account.Api.Get(path));

        Assert.Equal(expected.Split(' ')[1], declined["decline_reason"]);
        Assert.Equal(declined["decline_reason"], preview["decline_reason"]);
        Assert.Equal(preview.Json.GetProperty("checks").GetRawText(), explained.Json.GetProperty("checks").GetRawText());
        foreach (var check in explained.Json.GetProperty("checks").EnumerateArray().Where(check => !check.GetProperty("passed").GetBoolean()))
        {
            Assert.True(check.TryGetProperty("input", out _) || judged.Split(' ').Length == 2, check.GetRawText());
            Assert.True(check.TryGetProperty("threshold", out _), check.GetRawText());
            await Apply(account, card, purchase, check.GetProperty("smallest_change"));
        }

        var approved = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", purchase.ToJsonString()));
        Assert.Equal("00", approved["auth_response_code"]);
        Assert.Equal(explained.Json.GetRawText(), (await TestAccount.Ok(account.Api.Get(path))).Json.GetRawText());
    }

    private static async Task Apply(TestAccount account, string card, JsonObject purchase, JsonElement change)
    {
        if (change.GetProperty("operation").GetString() != "simulate_authorization")
        {
            await Explained.Patch(account, card, change);
            return;
        }

        purchase["merchant"]!["country"] = change.GetProperty("body").GetProperty("merchant").GetProperty("country").GetString();
    }
}
