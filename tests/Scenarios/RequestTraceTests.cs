using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The trace of a Request-Id shows all effects of that request and no others.
public sealed class RequestTraceTests
{
    [DatabaseTheory]
    public async Task The_trace_of_every_write_of_the_quickstart_is_all_that_it_caused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var seen = new Dictionary<string, string>();
        using var account = await host.SignUp();
        Answer? topup = null, card = null, hold = null;
        (string Name, Func<Task<Answer>> Call)[] story =
        [
            ("sign_in", () => host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = TestAccount.Password })),
            ("create_topup", async () => topup = await account.Api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }, "top")),
            ("simulate_deposit", () => account.Api.Post($"/v1/simulate/topups/{topup!["id"]}/deposit")),
            ("issue_card", async () => card = await account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 300 }, "card")),
            ("reveal_pan", () => account.Api.Get($"/v1/cards/{card!["id"]}/pan")),
            ("load_card", () => account.Api.Post($"/v1/cards/{card!["id"]}/load", new { amount_usd = 20 }, "load")),
            ("simulate_authorization", async () => hold = await account.Authorize(card!["id"], 42.95m)),
            ("simulate_capture", () => account.Capture(hold!["authorization_id"])),
            ("set_card_limits", () => account.Patch($"/v1/cards/{card!["id"]}/limits", new { daily_usd = 100 })),
            ("freeze_card", () => account.Api.Post($"/v1/cards/{card!["id"]}/freeze")),
        ];
        foreach (var (name, call) in story)
        {
            var before = await Rows(host.Database);
            var answer = await call();
            var caused = (await Rows(host.Database)).Except(before).Order(StringComparer.Ordinal);

            var items = (await Trace(account, answer)).Json.GetProperty("items").EnumerateArray().ToList();
            Assert.Equal((name, string.Join(' ', caused)), (name, string.Join(' ', items.Select(Stored).Order(StringComparer.Ordinal))));
            seen[name] = string.Join(' ', items.Select(item => item.GetProperty("resource_type").GetString()).Distinct().Order(StringComparer.Ordinal));
        }

        Assert.Equal("audit_entry event journal", seen["issue_card"]);
        Assert.Equal("audit_entry", seen["reveal_pan"]);
        Assert.Equal("event journal", seen["simulate_capture"]);
    }

    [DatabaseTheory]
    public async Task The_request_that_signed_up_is_in_the_new_accounts_log(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var request = Assert.Single(await ListWalk.Ids(account.Api, "/v1/request_logs", "&operation=create_account"));

        var trace = await TestAccount.Ok(account.Api.Get($"/v1/request_logs/{request}/trace"));

        Assert.Equal(await Rows(host.Database), trace.Json.GetProperty("items").EnumerateArray().Select(Stored));
    }

    [DatabaseTheory]
    public async Task A_journal_shows_the_customers_lines_and_a_repetition_caused_nothing(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var body = new { type = "virtual", bin = "489517", load_usd = 300 };
        var issued = await account.Api.Post("/v1/cards", body, "once");
        var repeated = await account.Api.Post("/v1/cards", body, "once");
        var refused = await account.Api.Post($"/v1/cards/{issued["id"]}/load", new { amount_usd = 900 }, "too-much");

        var trace = await Trace(account, issued);
        var lines = trace.Json.GetProperty("items").EnumerateArray().Where(item => item.TryGetProperty("lines", out _))
            .SelectMany(item => item.GetProperty("lines").EnumerateArray()).Select(line => $"{line.GetProperty("account_type").GetString()} {line.GetProperty("amount_usd").GetRawText()}");
        var again = await Trace(account, repeated);
        var nothing = await Trace(account, refused);

        Assert.Equal(["card_available 300.00", "treasury_available -306.00"], lines.Order(StringComparer.Ordinal));
        Assert.Equal("2026-05-20T07:30:00Z", trace.Json.GetProperty("idempotency").GetProperty("expires_at").GetString());
        Assert.True(again.Json.GetProperty("request").GetProperty("replayed").GetBoolean());
        Assert.Equal(201, again.Json.GetProperty("idempotency").GetProperty("response_status").GetInt32());
        Assert.Empty(again.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(403, nothing.Json.GetProperty("idempotency").GetProperty("response_status").GetInt32());
        Assert.Empty(nothing.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await account.Api.Get("/v1/request_logs/req_000000000000000000000000/trace")).Status);
    }

    private static Task<Answer> Trace(TestAccount account, Answer answer) =>
        TestAccount.Ok(account.Api.Get($"/v1/request_logs/{answer.Header("Request-Id")}/trace"));

    private static string Stored(JsonElement item) => item.GetProperty("resource_id").GetString()!;

    private static async Task<List<string>> Rows(TestDatabase database)
    {
        var ids = await DatabaseRows.Of(
            database, "SELECT id FROM kernel_event UNION ALL SELECT id FROM accounts_audit", row => row.GetString(0));
        var journals = await DatabaseRows.Of(
            database, "SELECT posted_at, hash FROM ledger_journal", row => $"jnl_{row.GetInt64(0):x12}{Convert.ToHexStringLower(((byte[])row[1])[..6])}");
        return [.. ids, .. journals];
    }
}
