using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class UpdateCardTests
{
    // Columns: patches, and the card's label and metadata after them.
    public static IEnumerable<object?[]> Patches =>
    [
        ["", null, "{}"],
        ["""{"label":"Ads"}""", "Ads", "{}"],
        ["""{"label":"Ads"} {}""", "Ads", "{}"],
        ["""{"label":"Ads"} {"label":null}""", null, "{}"],
        ["""{"label":"Ads"} {"metadata":{"a":"1"}}""", "Ads", """{"a":"1"}"""],
        ["""{"metadata":{"a":"1","b":"2"}} {"metadata":{"a":null,"c":""}}""", null, """{"b":"2","c":""}"""],
        ["""{"metadata":{"a":"1"}} {"metadata":null}""", null, "{}"],
        ["""{"metadata":{"a":"1"}} {"metadata":{"b":null}}""", null, """{"a":"1"}"""],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Patches))]
    public async Task An_absent_member_stays_and_null_clears(Engine engine, string patches, string? label, string metadata)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        foreach (var patch in patches.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await TestAccount.Ok(account.Patch($"/v1/cards/{card}", patch));
        }

        var shown = (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))).Json;
        Assert.Equal(label, shown.TryGetProperty("label", out var name) ? name.GetString() : null);
        Assert.Equal(
            JsonSerializer.Deserialize<SortedDictionary<string, string>>(metadata),
            shown.GetProperty("metadata").Deserialize<SortedDictionary<string, string>>());
    }

    public static IEnumerable<object[]> Refused =>
    [
        ["""{"label":""}""", 400, "value_too_short"],
        ["""{"label":7}""", 400, "invalid_type"],
        ["""{"name":"Ads"}""", 400, "unknown_field"],
        ["""{"metadata":{"":"1"}}""", 422, "invalid_metadata_key"],
        ["""{"metadata":{"a":1}}""", 400, "invalid_type"],
        ["""{"auto_cancel":{"after_purchases":0}}""", 400, "out_of_range"],
        ["""{"auto_cancel":{"at":"2020-01-01T00:00:00Z"}}""", 422, "auto_cancel_in_past"],
        ["""{"auto_cancel":{"at":"tomorrow"}}""", 400, "invalid_format"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Refused))]
    public async Task A_patch_that_breaks_a_rule_is_refused(Engine engine, string patch, int status, string code)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var refused = await account.Patch($"/v1/cards/{card}", patch);
        Assert.Equal((status, code), ((int)refused.Status, refused.Code));
    }

    [DatabaseTheory]
    public async Task A_card_keeps_fifty_keys(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var path = $"/v1/cards/{card}";
        await TestAccount.Ok(account.Patch(path, new { metadata = Keys(0, 50) }));
        Assert.Equal("metadata_limit_reached", (await account.Patch(path, new { metadata = Keys(50, 1) })).Code);
        await TestAccount.Ok(account.Patch(path, """{"metadata":{"k0":null,"k50":"v"}}"""));
    }

    [DatabaseTheory]
    public async Task Auto_cancel_is_merged_member_by_member_and_cleared_as_a_whole(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var path = $"/v1/cards/{card}";

        await TestAccount.Ok(account.Patch(path, """{"auto_cancel":{"after_purchases":3,"at":"2099-12-31T23:59:59Z"}}"""));
        var merged = await TestAccount.Ok(account.Patch(path, """{"auto_cancel":{"after_purchases":1}}"""));
        Assert.Equal("""{"after_purchases":1,"at":"2099-12-31T23:59:59Z"}""", merged.Json.GetProperty("auto_cancel").GetRawText());
        var untimed = await TestAccount.Ok(account.Patch(path, """{"auto_cancel":{"at":null}}"""));
        Assert.Equal("""{"after_purchases":1}""", untimed.Json.GetProperty("auto_cancel").GetRawText());
        var cleared = await TestAccount.Ok(account.Patch(path, """{"auto_cancel":null}"""));
        Assert.False(cleared.Json.TryGetProperty("auto_cancel", out _));
    }

    [DatabaseTheory]
    public async Task A_cancelled_card_keeps_its_rules_but_not_its_name(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}", new { label = "Old" }));
        foreach (var (path, body) in new (string, object)[]
        {
            ("", new { auto_cancel = new { after_purchases = 1 } }),
            ("/limits", new { daily_usd = 1 }),
            ("/mcc", new { deny = new[] { "5411" } }),
            ("/geo", new { deny = new[] { "GB" } }),
        })
        {
            var refused = await account.Patch($"/v1/cards/{card}{path}", body);
            Assert.Equal((HttpStatusCode.Conflict, "conflict_state"), (refused.Status, refused.Code));
        }
    }

    [DatabaseTheory]
    public async Task Nobody_changes_another_accounts_card(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var card = await account.IssueCard();
        foreach (var path in new[] { "", "/limits", "/mcc", "/geo" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Patch($"/v1/cards/{card}{path}", "{}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get($"/v1/cards/{card}/limits")).Status);
    }

    private static Dictionary<string, string> Keys(int first, int count) =>
        Enumerable.Range(first, count).ToDictionary(number => $"k{number}", _ => "v");
}
