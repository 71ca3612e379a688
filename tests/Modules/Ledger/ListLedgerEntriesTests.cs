using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

public sealed class ListLedgerEntriesTests
{
    [DatabaseTheory]
    public async Task Pages_of_any_size_hold_every_entry_once_and_in_order(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);

        var all = await story.Entries("");
        Assert.True(all.Count >= 20, $"{all.Count} entries are no story.");
        Assert.Equal(all.Count, all.DistinctBy(Id).Count());
        Assert.Equal(all.Select(Created).OrderDescending(StringComparer.Ordinal), all.Select(Created));
        foreach (var limit in (int[])[1, 3, 7, 99])
        {
            Assert.Equal(all.Select(Id), (await story.Entries("", limit)).Select(Id));
            Assert.Equal(all.Select(Id).Reverse(), (await story.Entries("&sort=created_at", limit)).Select(Id));
        }
    }

    [DatabaseTheory]
    public async Task The_newest_entry_of_an_account_shows_its_balance(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);

        Assert.Equal(
            (await TestAccount.Ok(story.Api.Get("/v1/balance"))).Money("available_usd"),
            (await story.Entries("&account=treasury_available"))[0].GetProperty("balance_after_usd").GetRawText());
        var card = await TestAccount.Ok(story.Api.Get($"/v1/cards/{story.Card}"));
        Assert.Equal(card.Money("balance_usd"), After((await story.Entries($"&account=card_available&card_id={story.Card}"))[0]));
        Assert.Equal(card.Money("held_usd"), After((await story.Entries($"&account=card_held&card_id={story.Card}"))[0]));
        var owed = await story.Entries("&account=receivable");
        Assert.Equal(["0.00", "1028.00"], owed.Select(After));
        Assert.Equal(["-1028.00", "1028.00"], owed.Select(entry => entry.GetProperty("amount_usd").GetRawText()));
    }

    [DatabaseTheory]
    public async Task Filters_leave_exactly_what_they_name(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        var all = await story.Entries("");

        await Expect(story, "&mode=sandbox", []);
        await Expect(story, "&mode=live", all);
        await Expect(story, "&account=unheard_of", []);
        await Expect(story, "&account=treasury_pending", []);
        await Expect(story, $"&card_id={story.Card}", all.Where(entry => Text(entry, "card_id") == story.Card));
        await Expect(story, "&created_before=2026-06-01T00:00:00Z", all.Where(entry => string.CompareOrdinal(Created(entry), "2026-06-01") < 0));
        await Expect(story, "&created_after=2026-06-01T00:00:00Z", all.Where(entry => string.CompareOrdinal(Created(entry), "2026-06-01") > 0));
        var middle = Created(all[all.Count / 2]);
        await Expect(story, $"&created_after={middle}", all.Where(entry => string.CompareOrdinal(Created(entry), middle) > 0));
        await Expect(story, $"&created_before={middle}", all.Where(entry => string.CompareOrdinal(Created(entry), middle) < 0));
        await Expect(
            story, "&account=treasury_available&created_after=2026-06-01T00:00:00Z&sort=created_at",
            all.Where(entry => Text(entry, "account") == "treasury_available" && string.CompareOrdinal(Created(entry), "2026-06-01") > 0).Reverse());
    }

    [DatabaseTheory]
    public async Task Nobody_sees_or_pages_by_what_is_not_his(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        using var other = await host.SignUpWith(500);
        var own = (await story.Entries("", 1))[0];
        var foreign = Id((await other.Api.Get("/v1/ledger/entries")).Json.GetProperty("data")[0]);
        await using var connection = await Sql.Open(host.Database);
        var memo = (long)(await Sql.One(
            connection, $"SELECT MAX(e.no) FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no WHERE a.code = 'live:U.pend:{story.Account.Id}'"))!;

        foreach (var cursor in (string[])
            [foreign, Id(own)[..^1], Id(own)[..^1] + "g", $"ent_00000000{Id(own)[12..]}", $"ent_{Id(own)[4..12]}{memo:x16}", "ent_6a0c1a8c7fffffffffffffff", "top_6a0c1a8c"])
        {
            var refused = await story.Api.Get($"/v1/ledger/entries?cursor={cursor}");
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_cursor", "cursor"), (refused.Status, refused.Code, refused.Param));
        }

        Assert.DoesNotContain((await story.Entries("")).Select(Id), id => id == foreign);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous.Get("/v1/ledger/entries")).Status);
    }

    private static async Task Expect(Story story, string query, IEnumerable<JsonElement> expected) =>
        Assert.Equal(expected.Select(Id), (await story.Entries(query, 4)).Select(Id));

    private static string Id(JsonElement entry) => Text(entry, "id");

    private static string Created(JsonElement entry) => Text(entry, "created_at");

    private static string After(JsonElement entry) => entry.GetProperty("balance_after_usd").GetRawText();

    private static string Text(JsonElement entry, string member) => entry.TryGetProperty(member, out var value) ? value.GetString()! : "";
}
