using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ControlAuditTests
{
    // A request, and the entries that it leaves: action, field, before > after.
    private static readonly (string Path, object Body, string Entries)[] Story =
    [
        ("/limits", new { daily_usd = 100, daily_count = 3 }, "card.limits_changed limits.daily_usd:>100.00 limits.daily_count:>3"),
        ("/limits", new { daily_usd = 250.5, daily_count = (int?)null }, "card.limits_changed limits.daily_usd:100.00>250.50 limits.daily_count:3>"),
        ("/limits", new { daily_usd = 250.5 }, ""),
        ("/mcc", new { deny = new[] { "7995", "group:gambling" } }, "card.mcc_changed mcc.deny:[]>[\"7995\",\"group:gambling\"]"),
        ("/geo", new { allow = new[] { "GB" } }, "card.geo_changed geo.allow:[]>[\"GB\"]"),
        ("", new { label = "Travel", metadata = new { team = "blue" } }, "card.updated label:>Travel metadata.team:>blue"),
        ("", new { label = "Trips", metadata = new { team = (string?)null } }, "card.updated label:Travel>Trips metadata.team:blue>"),
        ("", new { auto_cancel = new { after_purchases = 5 } }, "card.auto_cancel_changed auto_cancel.after_purchases:>5"),
    ];

    [DatabaseTheory]
    public async Task An_entry_says_what_the_request_changed_from_and_to(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        foreach (var (path, body, entries) in Story)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var answer = await account.Patch($"/v1/cards/{card}{path}", body);
            var request = answer.Header("Request-Id");
            Assert.Equal((path, entries), (path, await Entries(account, $"request_id={request}")));
            Assert.Equal((path, entries), (path, await Entries(account, $"request_id={request}&mode=sandbox")));
        }
    }

    private static async Task<string> Entries(TestAccount account, string query)
    {
        var list = await TestAccount.Ok(account.Api.Get($"/v1/audit?{query}"));
        return string.Join(' ', list.Json.GetProperty("data").EnumerateArray().Select(Line));
    }

    private static string Line(JsonElement entry) =>
        $"{entry.GetProperty("action").GetString()} {string.Join(' ', entry.GetProperty("changes").EnumerateArray().Select(Change))}";

    private static string Change(JsonElement change) => $"{change.GetProperty("field").GetString()}:{Text(change, "before")}>{Text(change, "after")}";

    private static string? Text(JsonElement change, string member) => change.TryGetProperty(member, out var value) ? value.GetString() : null;
}
