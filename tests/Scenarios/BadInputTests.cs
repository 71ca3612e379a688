using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Every refusal has the documented code, names the faulty member, and changes nothing.
public sealed class BadInputTests
{
    private const int BodyLimit = 25 * 1024 * 1024;
    private const int HeaderValueLimit = 4 * 1024;
    private const string Json = "application/json";
    private const string Topup = """{ "amount_usd": 500, "asset": "USDT", "chain": "tron" }""";

    private sealed record Row(string Name, Func<HttpRequestMessage> Request, int Status, string Code, string Param = "");

    [DatabaseTheory]
    public async Task Every_row_answers_the_documented_error_and_changes_nothing(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        var foreign = await other.IssueCard(load: 100);
        await account.Authorize(card, 1);
        var transaction = (await account.Api.Get("/v1/transactions")).Json.GetProperty("data")[0].GetProperty("id").GetString()!;
        await account.Api.Post("/v1/topups", Topup, "used-key");
        var before = await DatabaseImage.Of(host.Database);

        foreach (var row in Rows(card, foreign, transaction))
        {
            using var request = row.Request();
            var answer = await account.Api.Send(request);
            Assert.True(
                ((int)answer.Status, answer.Code, answer.Param) == (row.Status, row.Code, row.Param),
                $"{row.Name}: expected {row.Status} {row.Code} '{row.Param}', got {answer}");
            Assert.Equal(answer["request_id"], answer.Header("Request-Id"));
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    [DatabaseTheory]
    public async Task An_expired_session_answers_419_and_an_unknown_bearer_401(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var stranger = new ApiClient(host.Server, "sess_unknown");

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_credentials"), StatusAndCode(await stranger.Get("/v1/balance")));
        Assert.Equal((HttpStatusCode.Unauthorized, "missing_credentials"), StatusAndCode(await host.Anonymous.Get("/v1/balance")));
        host.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));
        Assert.Equal(((HttpStatusCode)419, "session_expired"), StatusAndCode(await account.Api.Get("/v1/balance")));
    }

    [DatabaseTheory]
    public async Task A_signed_out_session_is_refused_from_the_next_request_on(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        await TestAccount.Ok(account.Api.Get("/v1/balance"));

        Assert.Equal(HttpStatusCode.NoContent, (await account.Api.Delete("/v1/sessions/current")).Status);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_credentials"), StatusAndCode(await account.Api.Get("/v1/balance")));
    }

    private static (HttpStatusCode Status, string Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);

    private static IEnumerable<Row> Rows(string card, string foreign, string transaction) =>
        [.. Bodies(), .. Cards(card, foreign), .. Requests(transaction)];

    private static IEnumerable<Row> Bodies()
    {
        yield return new("no body", () => Post("/v1/topups", null), 400, "missing_body");
        yield return new("not JSON", () => Post("/v1/topups", "{"), 400, "malformed_json");
        yield return new("trailing data", () => Post("/v1/topups", Topup + "x"), 400, "malformed_json");
        yield return new("not an object", () => Post("/v1/topups", "[]"), 400, "invalid_type");
        yield return new("wrong type", () => Post("/v1/topups", Amount("true")), 400, "invalid_type", "amount_usd");
        yield return new("a string", () => Post("/v1/topups", Amount("\"500\"")), 400, "invalid_type", "amount_usd");
        yield return new("null", () => Post("/v1/topups", Amount("null")), 400, "invalid_type", "amount_usd");
        yield return new(
            "missing field", () => Post("/v1/topups", """{ "amount_usd": 500, "asset": "USDT" }"""), 400, "missing_required_field", "chain");
        yield return new(
            "unknown field", () => Post("/v1/topups", Topup.Replace("}", ", \"colour\": 1 }", StringComparison.Ordinal)),
            400, "unknown_field", "colour");
        yield return new(
            "duplicate member", () => Post("/v1/topups", Topup.Replace("}", ", \"chain\": \"bsc\" }", StringComparison.Ordinal)),
            400, "duplicate_field", "chain");
        yield return new("amount 0", () => Post("/v1/topups", Amount("0")), 422, "amount_too_small", "amount_usd");
        yield return new("negative amount", () => Post("/v1/topups", Amount("-500")), 422, "amount_too_small", "amount_usd");
        yield return new("below the minimum", () => Post("/v1/topups", Amount("19.99")), 422, "amount_too_small", "amount_usd");
        yield return new("three decimals", () => Post("/v1/topups", Amount("500.001")), 422, "amount_precision", "amount_usd");
        yield return new("1e400", () => Post("/v1/topups", Amount("1e400")), 400, "invalid_number", "amount_usd");
        yield return new("an exponent", () => Post("/v1/topups", Amount("5e2")), 400, "invalid_number", "amount_usd");
        yield return new("beyond 1e9", () => Post("/v1/topups", Amount("1000000000.01")), 400, "amount_out_of_bounds", "amount_usd");
        yield return new("NUL", () => Post("/v1/cards", """{ "type": "virtual", "bin": "489517", "label": "a\u0000" }"""), 400, "invalid_characters", "label");
        yield return new("invalid UTF-8", () => Raw("/v1/topups", Encoding.ASCII.GetBytes("{\"chain\":\"\xff\"}"), Json, latin: true), 400, "invalid_utf8");
        yield return new("too deep", () => Post("/v1/topups", new string('[', 65) + new string(']', 65)), 400, "malformed_json");
    }

    private static IEnumerable<Row> Cards(string card, string foreign)
    {
        yield return new("unknown BIN", () => Post("/v1/cards", """{ "type": "virtual", "bin": "400000" }"""), 422, "bin_not_found", "bin");
        yield return new(
            "physical on a virtual BIN", () => Post("/v1/cards", """{ "type": "physical", "bin": "489517" }"""), 422, "bin_type_mismatch", "bin");
        yield return new(
            "load above the treasury", () => Post($"/v1/cards/{card}/load", """{ "amount_usd": 5000 }"""),
            403, "insufficient_treasury_balance", "amount_usd");
        yield return new(
            "issue above the treasury", () => Post("/v1/cards", """{ "type": "virtual", "bin": "489517", "load_usd": 5000 }"""),
            403, "insufficient_treasury_balance", "load_usd");
        yield return new(
            "unload above the card", () => Post($"/v1/cards/{card}/unload", """{ "amount_usd": 5000 }"""),
            403, "insufficient_card_balance", "amount_usd");
        yield return new("another account's card", () => Get($"/v1/cards/{foreign}"), 404, "resource_not_found", "card_id");
        yield return new(
            "another account's card, loaded", () => Post($"/v1/cards/{foreign}/load", """{ "amount_usd": 5 }"""), 404, "resource_not_found", "card_id");
        yield return new("another account's PAN", () => Get($"/v1/cards/{foreign}/pan"), 404, "resource_not_found", "card_id");
        yield return new("an unknown card", () => Get("/v1/cards/card_000000000000000000000000"), 404, "resource_not_found", "card_id");
        yield return new("a malformed id", () => Get("/v1/cards/nonsense"), 404, "resource_not_found", "card_id");
    }

    private static IEnumerable<Row> Requests(string transaction)
    {
        yield return new(
            "key reused with another body", () => Keyed("/v1/topups", Amount("501"), "used-key"), 409, "conflict_idempotency_key", "Idempotency-Key");
        yield return new("long key", () => Keyed("/v1/topups", Topup, new string('k', 256)), 400, "invalid_idempotency_key", "Idempotency-Key");
        yield return new("cursor of another list", () => Get($"/v1/cards?cursor={transaction}"), 400, "invalid_cursor", "cursor");
        yield return new("unknown cursor", () => Get("/v1/cards?cursor=card_000000000000000000000000"), 400, "invalid_cursor", "cursor");
        yield return new("limit=0", () => Get("/v1/cards?limit=0"), 400, "out_of_range", "limit");
        yield return new("limit=101", () => Get("/v1/cards?limit=101"), 400, "out_of_range", "limit");
        yield return new("limit=x", () => Get("/v1/cards?limit=x"), 400, "invalid_type", "limit");
        yield return new("unknown parameter", () => Get("/v1/cards?colour=red"), 400, "unknown_parameter", "colour");
        yield return new("unknown sort", () => Get("/v1/cards?sort=colour"), 400, "invalid_value", "sort");
        yield return new("malformed timestamp", () => Get("/v1/cards?created_after=2026-13-01T00:00:00Z"), 400, "invalid_format", "created_after");
        yield return new("body of 25 MB + 1", () => Raw("/v1/topups", new byte[BodyLimit + 1], Json), 413, "payload_too_large");
        yield return new("header of 4 KB + 1", () => With("X-Long", new string('x', HeaderValueLimit + 1)), 431, "headers_too_large", "X-Long");
        yield return new(
            "form-encoded body", () => Raw("/v1/topups", "amount_usd=500"u8.ToArray(), "application/x-www-form-urlencoded"), 415, "unsupported_media_type", "Content-Type");
        yield return new("compressed body", () => Compressed(), 415, "unsupported_content_encoding", "Content-Encoding");
        yield return new("unknown route", () => Get("/v1/nothing"), 404, "route_not_found");
        yield return new("wrong method", () => new HttpRequestMessage(HttpMethod.Put, "/v1/cards"), 405, "method_not_allowed");
    }

    private static string Amount(string number) => $$"""{ "amount_usd": {{number}}, "asset": "USDT", "chain": "tron" }""";

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, string? json) => json is null
        ? new HttpRequestMessage(HttpMethod.Post, path)
        : Raw(path, Encoding.UTF8.GetBytes(json), Json);

    private static HttpRequestMessage Raw(string path, byte[] body, string mediaType, bool latin = false)
    {
        if (latin)
        {
            // An encoder would replace an invalid byte, so it is written into the encoded body.
            body[Array.IndexOf(body, (byte)'?')] = 0xff;
        }

        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
    }

    private static HttpRequestMessage Keyed(string path, string json, string key)
    {
        var request = Post(path, json);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }

    private static HttpRequestMessage With(string header, string value)
    {
        var request = Get("/v1/balance");
        request.Headers.Add(header, value);
        return request;
    }

    private static HttpRequestMessage Compressed()
    {
        var request = Post("/v1/topups", Topup);
        request.Content!.Headers.ContentEncoding.Add("gzip");
        return request;
    }
}
