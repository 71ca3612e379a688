using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class ListRequestLogsTests
{
    [DatabaseTheory]
    public async Task Each_request_stands_in_the_log_with_how_it_was_answered(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(50);
        var refused = await account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 900 }, "too-much");
        await account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 900 }, "too-much");
        await account.Api.Send(HttpMethod.Put, "/v1/cards");

        var lines = (await Log(account, "&sort=created_at")).ConvertAll(Line);

        Assert.Equal(
            [
                "POST /v1/accounts create_account 201",
                "POST /v1/topups create_topup 201",
                "POST /v1/simulate/topups/top_/deposit simulate_deposit 200",
                "POST /v1/cards issue_card 403 insufficient_treasury_balance",
                "POST /v1/cards issue_card 403 insufficient_treasury_balance replayed",
                "PUT /v1/cards 405 method_not_allowed",
            ],
            lines);
        var first = Assert.Single(await Log(account, $"&response_status=403&sort=created_at"), row => row.GetProperty("id").GetString() == refused["request_id"]);
        Assert.Equal("2026-05-19T07:30:00Z", first.GetProperty("created_at").GetString());
    }

    [DatabaseTheory]
    public async Task Filters_narrow_the_log_and_pages_join_without_gap(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var again = await account.SignInAgain();
        await account.Api.Get("/v1/balance");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await again.Api.Get("/v1/cards/card_000000000000000000000000");
        var session = (await TestAccount.Ok(again.Api.Get("/v1/credentials/current")))["id"];
        (string Query, int Expected)[] rows =
        [
            ("&method=GET&operation=get_card", 1),
            ("&operation=get_balance", 1),
            ("&response_status=404", 1),
            ($"&actor_id={session}&method=POST", 1),
            ($"&actor_id={session}&operation=get_card", 1),
            ("&created_before=2026-05-19T07:30:05Z&method=GET", 1),
            ("&created_after=2026-05-19T07:30:05Z&operation=get_balance", 0),
            ("&error_code=resource_not_found", 1),
            ("&error_code=email_taken", 0),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, expected), (query, (await Log(account, query)).Count));
        }

        foreach (var unknown in (string[])["operation=unheard_of", "error_code=unheard_of"])
        {
            var answer = await account.Api.Get($"/v1/request_logs?{unknown}");
            Assert.Equal(("invalid_value", unknown.Split('=')[0]), (answer.Code, answer.Param));
        }

        var all = await ListWalk.Ids(account.Api, "/v1/request_logs", "&method=POST");
        Assert.Equal(all, await ListWalk.Ids(account.Api, "/v1/request_logs", "&method=POST", limit: 1));
        Assert.Equal(2, all.Count);
    }

    [DatabaseTheory]
    public async Task Text_that_callers_put_in_the_wrong_place_is_not_kept(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        await account.Api.Get("/v1/cards/4895170000001234/pan");
        await account.Api.Get($"/v1/{account.Api.Bearer}");
        await account.Api.Send(new HttpMethod("P4895170000001234"), "/v1/cards");
        await account.Api.Get("/v1/transactions?merchant_name=hunter2&nothing=4895170000001234");

        var log = JsonSerializer.Serialize(await Log(account, ""));

        Assert.Contains("/v1/cards/.../pan", log, StringComparison.Ordinal);
        Assert.Contains("\"method\":\"other\"", log, StringComparison.Ordinal);
        Assert.All(["489517", "hunter2", account.Api.Bearer!], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    private static async Task<List<JsonElement>> Log(TestAccount account, string query) =>
        [.. (await TestAccount.Ok(account.Api.Get($"/v1/request_logs?limit=100{query}"))).Json.GetProperty("data").EnumerateArray()];

    private static string Line(JsonElement row)
    {
        var path = string.Join('/', row.GetProperty("path").GetString()!.Split('/').Select(part => part.StartsWith("top_", StringComparison.Ordinal) ? "top_" : part));
        var operation = row.TryGetProperty("operation", out var id) ? $" {id.GetString()}" : "";
        var code = row.TryGetProperty("error_code", out var error) ? $" {error.GetString()}" : "";
        var replayed = row.GetProperty("replayed").GetBoolean() ? " replayed" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.GetProperty("method").GetString()} {path}{operation} {row.GetProperty("response_status").GetInt32()}{code}{replayed}");
    }
}
