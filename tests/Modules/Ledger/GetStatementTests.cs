using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

// Opening balance plus entries is the closing balance, which is the opening balance of the next month.
public sealed class GetStatementTests
{
    private static readonly string[] Months = ["2026-05", "2026-06", "2026-07"];

    [DatabaseTheory]
    public async Task Opening_and_entries_make_the_closing_which_is_the_next_opening(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);

        var closing = new Dictionary<string, decimal>();
        var total = 0m;
        foreach (var month in Months)
        {
            var statement = (await TestAccount.Ok(story.Api.Get($"/v1/statements/{month}"))).Json;
            var entries = await story.Entries("", 3, $"/v1/statements/{month}");
            Assert.Equal(total, Usd(statement, "opening_usd"));
            foreach (var account in statement.GetProperty("accounts").EnumerateArray())
            {
                var name = account.GetProperty("account_type").GetString()!;
                var own = entries.Where(entry => entry.GetProperty("account_type").GetString() == name).Select(entry => Usd(entry, "amount_usd")).ToList();
                Assert.Equal(closing.GetValueOrDefault(name), Usd(account, "opening_usd"));
                Assert.Equal(own.Where(amount => amount > 0).Sum(), Usd(account, "credits_usd"));
                Assert.Equal(-own.Where(amount => amount < 0).Sum(), Usd(account, "debits_usd"));
                Assert.Equal(Usd(account, "opening_usd") + own.Sum(), Usd(account, "closing_usd"));
                Assert.Equal(own.Count, account.GetProperty("entry_count").GetInt64());
                closing[name] = Usd(account, "closing_usd");
            }

            total += entries.Sum(entry => entry.GetProperty("account_type").GetString() == "receivable" ? -Usd(entry, "amount_usd") : Usd(entry, "amount_usd"));
            Assert.Equal(total, Usd(statement, "closing_usd"));
            Assert.Equal(total, closing.Sum(account => account.Key == "receivable" ? -account.Value : account.Value));
            Assert.Equal(entries.OrderBy(entry => entry.GetProperty("created_at").GetString(), StringComparer.Ordinal), entries);
        }

        var proof = (await TestAccount.Ok(story.Api.Get("/v1/ledger/proof"))).Json;
        Assert.Equal(total, Usd(proof, "total_usd"));
        var june = (await TestAccount.Ok(story.Api.Get("/v1/statements/2026-06"))).Json.GetProperty("accounts");
        Assert.All(june.EnumerateArray(), account => Assert.Equal((0m, 0L), (Usd(account, "credits_usd"), account.GetProperty("entry_count").GetInt64())));
    }

    [DatabaseTheory]
    public async Task CSV_holds_every_entry_of_the_month(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        foreach (var month in Months)
        {
            var (type, csv) = await Csv(story.Api, month);
            var lines = csv.Split("\r\n");
            var entries = await story.Entries("", 100, $"/v1/statements/{month}");

            Assert.Equal("text/csv; charset=utf-8", type);
            Assert.Equal("id,created_at,effective_at,mode,journal_id,type,account_type,card_id,amount_usd,balance_after_usd,fee_usd,source_type,source_id", lines[0]);
            Assert.Equal("", lines[^1]);
            Assert.Equal(entries.Select(entry => Line(entry, lines[0].Split(','))), lines[1..^1]);
        }
    }

    [DatabaseTheory]
    public async Task A_month_is_closed_five_minutes_after_its_end(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        foreach (var (time, status) in ((TimeSpan, string)[])
            [(TimeSpan.FromSeconds(-1), "open"), (TimeSpan.FromSeconds(299), "open"), (TimeSpan.FromMinutes(5), "closed")])
        {
            host.Clock.Advance(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) + time - host.Clock.GetUtcNow());
            await story.SignIn();
            Assert.Equal(status, (await TestAccount.Ok(story.Api.Get("/v1/statements/2026-07")))["status"]);
        }
    }

    [DatabaseTheory]
    public async Task There_is_no_statement_before_the_first_entry_or_after_now(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        using var other = await host.SignUp();
        foreach (var period in (string[])["2026-04", "2026-08", "0000-01", "0001-01", "9999-12", "2026-13", "2026-5", "may"])
        {
            var missing = await story.Api.Get($"/v1/statements/{period}");
            Assert.Equal((HttpStatusCode.NotFound, "resource_not_found", "period"), (missing.Status, missing.Code, missing.Param));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await story.Api.Get("/v1/statements/2026-07?mode=sandbox")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get("/v1/statements/2026-07")).Status);
        Assert.Equal("invalid_cursor", (await story.Api.Get("/v1/statements/2026-07?cursor=ent_019e3f29bb007c41d08e5b00")).Code);
        using var html = new HttpRequestMessage(HttpMethod.Get, "/v1/statements/2026-07");
        html.Headers.Add("Accept", "text/html");
        Assert.Equal("not_acceptable", (await story.Api.Send(html)).Code);
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/v1/statements/2026-08");
        refused.Headers.Add("Accept", "text/csv");
        Assert.Equal("resource_not_found", (await story.Api.Send(refused)).Code);
    }

    private static async Task<(string? Type, string Text)> Csv(ApiClient api, string month)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/statements/{month}");
        request.Headers.Add("Accept", "text/csv");
        var answer = await TestAccount.Ok(api.Send(request));
        return (answer.Header("Content-Type"), Encoding.UTF8.GetString(answer.Body));
    }

    private static string Line(JsonElement entry, string[] columns) => string.Join(',', columns.Select(column =>
        Member(entry, column) is not { } value ? "" : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()));

    // The columns source_type and source_id are the members of source.
    private static JsonElement? Member(JsonElement entry, string column) =>
        column.StartsWith("source_", StringComparison.Ordinal) ? entry.GetProperty("source").GetProperty(column["source_".Length..])
        : entry.TryGetProperty(column, out var value) ? value : null;

    private static decimal Usd(JsonElement owner, string member) =>
        decimal.Parse(owner.GetProperty(member).GetRawText(), CultureInfo.InvariantCulture);
}
