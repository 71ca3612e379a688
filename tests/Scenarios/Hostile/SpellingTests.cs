using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// Paths and methods as a client may spell them.
public sealed class SpellingTests
{
    private static readonly string[] Pages = ["/healthz", "/readyz", "/openapi/v1.yaml", "/openapi/v1.json", "/docs/", "/docs/errors"];

    [Fact]
    public async Task A_HEAD_answers_as_the_GET_without_its_body_wherever_there_is_a_GET()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUpWith(100);
        var card = await account.IssueCard(load: 10);
        string[] paths = [.. Pages, "/v1/status", "/v1/balance", "/v1/cards?limit=1", $"/v1/cards/{card}", "/v1/cards/card_0", "/v1/ledger/entries", "/v1/nothing"];
        foreach (var path in paths)
        {
            var (getHead, getBody) = await Ask(host.Server, "GET", path, account.Api.Bearer!);
            var (head, body) = await Ask(host.Server, "HEAD", path, account.Api.Bearer!);
            Assert.Equal((path, getHead.Split('\r')[0], ""), (path, head.Split('\r')[0], body));
            Assert.NotEqual("", getBody);
            Assert.Equal((path, Header(getHead, "Content-Type")), (path, Header(head, "Content-Type")));
            Assert.Equal((path, Header(getHead, "Content-Length")), (path, Header(head, "Content-Length")));
        }

        await host.RunJobs();
        var logged = (await TestAccount.Ok(account.Api.Get("/v1/request_logs?limit=100"))).Json.GetProperty("data").EnumerateArray()
            .Select(entry => entry.GetProperty("method").GetString());
        Assert.Contains("HEAD", logged);
    }

    [Theory]
    [InlineData("GET", "/V1/chains", 404, "")]
    [InlineData("GET", "/v1/Chains", 404, "")]
    [InlineData("GET", "/v1/chains/", 404, "")]
    [InlineData("GET", "/V1/CHAINS/", 404, "")]
    [InlineData("POST", "/v1/Chains", 404, "")]
    [InlineData("POST", "/v1/chains/", 404, "")]
    [InlineData("GET", "/v1/CARDS/card_0", 404, "")]
    [InlineData("GET", "/v1/cards/card_0/", 404, "")]
    [InlineData("GET", "/Healthz", 404, "")]
    [InlineData("GET", "/healthz/", 404, "")]
    [InlineData("GET", "/READYZ", 404, "")]
    [InlineData("get", "/v1/chains", 405, "GET, HEAD")]
    [InlineData("Get", "/healthz", 405, "GET, HEAD")]
    [InlineData("head", "/v1/chains", 405, "GET, HEAD")]
    [InlineData("post", "/v1/sessions", 405, "POST")]
    [InlineData("get", "/v1/nothing", 404, "")]
    [InlineData("POST", "/v1/chains", 405, "GET, HEAD")]
    [InlineData("HEAD", "/v1/sessions", 405, "POST")]
    [InlineData("GET", "*", 405, "OPTIONS")]
    [InlineData("GET", "/v1/chains", 200, "")]
    public async Task A_path_has_one_spelling_and_a_method_is_upper_case(string method, string path, int status, string allowed)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUp();

        var (head, body) = await Ask(host.Server, method, path, account.Api.Bearer!);

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), head, StringComparison.Ordinal);
        Assert.Equal(allowed, Header(head, "Allow"));
        if (method != "HEAD" && status != 200)
        {
            using var json = JsonDocument.Parse(body);
            Assert.Equal(status == 404 ? "route_not_found" : "method_not_allowed", json.RootElement.GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("HEAD /v1/chains HTTP/1.1\r\nHost x\r\n\r\n")]
    [InlineData("HEAD /v1/chains HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HEAD /v1/chains HTTP/9.9\r\nHost: x\r\n\r\n")]
    public async Task A_malformed_HEAD_is_answered_without_a_body(string request)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);

        var (head, body) = await RawHttp.Exchange(host.Server, request);

        Assert.Equal(("HTTP/1.1 400 Bad Request", ""), (head.Split('\r')[0], body));
        Assert.Contains("Request-Id: ", head, StringComparison.Ordinal);
        Assert.NotEqual("", (await RawHttp.Exchange(host.Server, request.Replace("HEAD", "GET", StringComparison.Ordinal))).Body);
    }

    private static Task<(string Head, string Body)> Ask(Uri server, string method, string path, string bearer) => RawHttp.Exchange(
        server, $"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {bearer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private static string Header(string head, string name) =>
        Array.Find(head.Split("\r\n"), line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";
}
