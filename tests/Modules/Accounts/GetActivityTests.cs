using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetActivityTests
{
    [DatabaseTheory]
    public async Task An_activity_is_listed_once_whether_an_event_or_the_audit_trail_has_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan"));
        await account.Patch($"/v1/cards/{card}/limits", new { daily_usd = 100 });

        var told = await All(account, "&sort=created_at");

        Assert.Equal(
            "account.created topup.created account.balance_changed topup.confirmed account.balance_changed card.issued card.loaded account.balance_changed "
            + "card.pan_revealed card.limits_changed",
            string.Join(' ', told.Select(row => row.GetProperty("type").GetString())));
        var revealed = told[^2];
        Assert.Equal($"act_{shown["audit_id"].Split('_')[1]}", revealed.GetProperty("id").GetString());
        Assert.Equal((card, shown.Header("Request-Id")), (revealed.GetProperty("subject_id").GetString(), revealed.GetProperty("request_id").GetString()));
        Assert.Equal(card, told[5].GetProperty("subject_id").GetString());
        Assert.Equal("live", told[5].GetProperty("mode").GetString());

        // The event of the issue replaces its audit entry and still names the credential.
        var issued = (await TestAccount.Ok(account.Api.Get($"/v1/audit?request_id={told[5].GetProperty("request_id")}"))).Json.GetProperty("data")[0];
        Assert.Equal("card.issued", issued.GetProperty("action").GetString());
        Assert.Equal(issued.GetProperty("actor").GetRawText(), told[5].GetProperty("actor").GetRawText());
        Assert.Empty(told.Select(Id).Intersect((await All(other, "")).Select(Id)));
    }

    [DatabaseTheory]
    public async Task Pages_join_without_gap_and_filters_narrow_them(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard();
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var shown = await account.Api.Get($"/v1/cards/{card}/pan");
        await account.Api.Post($"/v1/cards/{card}/freeze");
        var all = (await All(account, "")).ConvertAll(Id);

        Assert.Equal(all, await ListWalk.Ids(account.Api, "/v1/activity", "", limit: 1));
        Assert.Equal(Enumerable.Reverse(all), await ListWalk.Ids(account.Api, "/v1/activity", "&sort=created_at", limit: 2));
        (string Query, int Expected)[] rows =
        [
            ("&type=card.frozen", 1),
            ("&type=card.pan_revealed", 1),
            ($"&subject_id={card}", 3),
            ($"&card_id={card}&created_after=2026-05-19T07:30:00Z", 2),
            ("&card_id=card_000000000000000000000000", 0),
            ("&mode=live", 7),
            ("&mode=sandbox", 0),
            ($"&request_id={shown.Header("Request-Id")}", 1),
            ("&created_after=2026-05-19T07:30:00Z", 2),
            ("&created_before=2026-05-19T07:30:10Z", 6),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, expected), (query, (await All(account, query)).Count));
        }

        Assert.Equal("invalid_cursor", (await account.Api.Get("/v1/activity?cursor=act_000000000000000000000000")).Code);
    }

    private static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    private static async Task<List<JsonElement>> All(TestAccount account, string query) =>
        [.. (await TestAccount.Ok(account.Api.Get($"/v1/activity?limit=100{query}"))).Json.GetProperty("data").EnumerateArray()];
}
