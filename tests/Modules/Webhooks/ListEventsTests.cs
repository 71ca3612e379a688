using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Webhooks;

public sealed class ListEventsTests
{
    [DatabaseTheory]
    public async Task Events_are_listed_page_by_page_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var issued = await TestAccount.Created(account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 50 }));
        var (card, request) = (issued["id"], issued.Header("Request-Id")!);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var frozen = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        using var other = await host.SignUp();

        var all = await Types(account, "");
        Assert.Equal(["card.frozen", "account.balance_changed", "card.loaded", "card.issued", "account.balance_changed"], all.Take(5));
        (string Query, string[] Expected)[] rows =
        [
            ("&sort=created_at", [.. all.AsEnumerable().Reverse()]),
            ("&type=card.loaded", ["card.loaded"]),
            ($"&subject_id={card}&sort=created_at", ["card.issued", "card.loaded", "card.frozen"]),
            ($"&card_id={card}", ["card.frozen", "card.loaded", "card.issued"]),
            ($"&request_id={request}&sort=created_at", ["card.issued", "card.loaded", "account.balance_changed"]),
            ("&mode=live&type=card.frozen", ["card.frozen"]),
            ("&mode=sandbox", []),
            ($"&created_before={frozen["updated_at"]}&type=card.frozen", []),
            ($"&created_after={issued["created_at"]}", ["card.frozen"]),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Types(account, query))));
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Types(account, query, limit: 1))));
        }

        Assert.Equal(["account.created"], await Types(other, ""));
        Assert.Equal("invalid_cursor", (await other.Api.Get($"/v1/events?cursor={await First(account)}")).Code);
    }

    [DatabaseTheory]
    public async Task Events_after_a_sequence_come_in_its_order_without_a_gap(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 50);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));

        Assert.Equal(Enumerable.Range(1, 9), await Sequences(account, 0, 100));
        Assert.Equal(Enumerable.Range(1, 9), await Sequences(account, 0, 2));
        Assert.Equal([8, 9], await Sequences(account, 7, 1));
        Assert.Empty(await Sequences(account, 9, 1));
        Assert.Equal(["card.loaded"], await Types(account, "&after_sequence=3&type=card.loaded", limit: 1));

        var refused = await account.Api.Get("/v1/events?after_sequence=3&sort=created_at");
        Assert.Equal(("invalid_value", "sort"), (refused.Code, refused["param"]));
    }

    private static async Task<string> First(TestAccount account) =>
        (await TestAccount.Ok(account.Api.Get("/v1/events?limit=1"))).Json.GetProperty("data")[0].GetProperty("id").GetString()!;

    private static async Task<List<string>> Types(TestAccount account, string query, int limit = 100) =>
        [.. (await All(account, query, limit)).Select(raised => raised.GetProperty("type").GetString()!)];

    private static async Task<List<int>> Sequences(TestAccount account, int after, int limit) =>
        [.. (await All(account, string.Create(CultureInfo.InvariantCulture, $"&after_sequence={after}"), limit)).Select(raised => raised.GetProperty("sequence").GetInt32())];

    private static Task<List<JsonElement>> All(TestAccount account, string query, int limit) => ListWalk.Rows(account.Api, "/v1/events", query, limit);
}
