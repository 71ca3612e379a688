using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

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
            (await story.Entries("&account_type=treasury_available"))[0].GetProperty("balance_after_usd").GetRawText());
        var card = await TestAccount.Ok(story.Api.Get($"/v1/cards/{story.Card}"));
        Assert.Equal(card.Money("balance_usd"), After((await story.Entries($"&account_type=card_available&card_id={story.Card}"))[0]));
        Assert.Equal(card.Money("held_usd"), After((await story.Entries($"&account_type=card_held&card_id={story.Card}"))[0]));
        var owed = await story.Entries("&account_type=receivable");
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
        await Expect(story, $"&card_id={story.Card}", all.Where(entry => Text(entry, "card_id") == story.Card));
        await Expect(story, "&created_before=2026-06-01T00:00:00Z", all.Where(entry => string.CompareOrdinal(Created(entry), "2026-06-01") < 0));
        await Expect(story, "&created_after=2026-06-01T00:00:00Z", all.Where(entry => string.CompareOrdinal(Created(entry), "2026-06-01") > 0));
        foreach (var filter in (string[])["account_type", "type"])
        {
            var unknown = await story.Api.Get($"/v1/ledger/entries?{filter}=unheard_of");
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_value", filter), (unknown.Status, unknown.Code, unknown.Param));
        }

        foreach (var type in all.Select(entry => Text(entry, "type")).Distinct())
        {
            await Expect(story, $"&type={type}", all.Where(entry => Text(entry, "type") == type));
        }

        await Expect(
            story, "&type=capture&account_type=card_held", all.Where(entry => (Text(entry, "type"), Text(entry, "account_type")) == ("capture", "card_held")));
        var middle = Created(all[all.Count / 2]);
        await Expect(story, $"&created_after={middle}", all.Where(entry => string.CompareOrdinal(Created(entry), middle) > 0));
        await Expect(story, $"&created_before={middle}", all.Where(entry => string.CompareOrdinal(Created(entry), middle) < 0));
        await Expect(
            story, "&account_type=treasury_available&created_after=2026-06-01T00:00:00Z&sort=created_at",
            all.Where(entry => Text(entry, "account_type") == "treasury_available" && string.CompareOrdinal(Created(entry), "2026-06-01") > 0).Reverse());
    }

    [DatabaseTheory]
    public async Task The_entries_of_a_journal_are_found_by_its_id(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        using var other = await host.SignUpWith(500);
        var all = await story.Entries("");

        foreach (var journal in all.GroupBy(entry => Text(entry, "journal_id")))
        {
            await Expect(story, $"&journal_id={journal.Key}", journal);
            await Expect(story, $"&journal_id={journal.Key}&sort=created_at", journal.Reverse());
            var first = Text(journal.First(), "account_type");
            await Expect(story, $"&journal_id={journal.Key}&account_type={first}", journal.Where(entry => Text(entry, "account_type") == first));
        }

        await Expect(story, $"&journal_id={Text(all[0], "journal_id")}&created_before=2026-05-01T00:00:00Z", []);
        var foreign = (await other.Api.Get("/v1/ledger/entries")).Json.GetProperty("data")[0];
        await Expect(story, $"&journal_id={Text(foreign, "journal_id")}", []);
        await Expect(story, "&journal_id=jnl_019e3f29bb007c41d08e5b2a", []);
    }

    [DatabaseTheory]
    public async Task An_entry_names_its_cause_and_the_fee_of_a_load(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        var topups = (await TestAccount.Ok(story.Api.Get("/v1/topups"))).Json.GetProperty("data").EnumerateArray().Select(Id).ToList();
        var all = await story.Entries("");

        foreach (var (entry, source) in all.Select(entry => (entry, entry.GetProperty("source"))))
        {
            var type = Text(entry, "type");
            var expected = type switch
            {
                "deposit_credited" => "topup",
                "card_load" or "card_unload" or "card_cancel" or "card_replace" => "card",
                _ when type.StartsWith("withdrawal_", StringComparison.Ordinal) => "withdrawal",
                _ when type.StartsWith("dispute_", StringComparison.Ordinal) => "dispute",
                _ => "transaction",
            };
            Assert.True(type == "receivable_sweep" || Text(source, "type") == expected, $"{type}: {source}");
            Assert.True(expected != "topup" || topups.Contains(Text(source, "id")), $"{type}: {source}");
            if (expected == "transaction" && type != "receivable_sweep")
            {
                await TestAccount.Ok(story.Api.Get($"/v1/transactions/{Text(source, "id")}"));
            }

            var pays = type == "card_load" && Text(entry, "account_type") == "treasury_available";
            Assert.Equal(pays, entry.TryGetProperty("fee_usd", out var fee));
            if (pays)
            {
                var loaded = all.Single(other => Text(other, "journal_id") == Text(entry, "journal_id") && Text(other, "account_type") == "card_available");
                Assert.Equal(-entry.GetProperty("amount_usd").GetDecimal(), loaded.GetProperty("amount_usd").GetDecimal() + fee.GetDecimal());
            }
        }

        Assert.Contains(all, entry => entry.TryGetProperty("fee_usd", out _));
    }

    [DatabaseTheory]
    public async Task Nobody_sees_or_pages_by_what_is_not_his(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        using var other = await host.SignUpWith(500);
        var own = (await story.Entries("", 1))[0];
        var foreign = Id((await other.Api.Get("/v1/ledger/entries")).Json.GetProperty("data")[0]);
        var memo = (await DatabaseRows.Of(
            host.Database,
            $"""
             SELECT e.no, e.posted_at, j.hash FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no JOIN ledger_journal j ON j.no = e.no / 64
             WHERE a.code = 'live:U.pend:{story.Account.Id}'
             """,
            row => LedgerIds.Entry((byte[])row[2], row.GetInt64(1), (int)(row.GetInt64(0) % 64)))).Max()!;

        foreach (var cursor in (string[])
            [foreign, Id(own)[..^1], Id(own)[..^1] + "g", $"ent_00000000{Id(own)[12..]}", memo, $"{Id(own)[..^12]}ffffffffffff", "top_6a0c1a8c"])
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
