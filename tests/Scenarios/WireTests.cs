using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Scenarios.Hostile;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Malformed HTTP gets a response in the documented shape instead of an empty one of the server.
public sealed class WireTests
{
    public static TheoryData<string, string, int, string> Broken => new()
    {
        { "no request line", "nonsense\r\n\r\n", 400, "malformed_request" },
        { "no host", "GET /v1/status HTTP/1.1\r\n\r\n", 400, "malformed_request" },
        { "two lengths", "POST /v1/topups HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400, "malformed_request" },
        { "a negative length", "POST /v1/topups HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400, "malformed_request" },
        { "a header without colon", "GET /v1/status HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n", 400, "malformed_request" },
        { "a space before the colon", "GET /v1/status HTTP/1.1\r\nHost: x\r\nX-A : 1\r\n\r\n", 400, "malformed_request" },
        { "NUL in the path", "GET /v1/\0 HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed_request" },
        { "headers beyond 32 KB", $"GET /v1/status HTTP/1.1\r\nHost: x\r\nX-A: {new string('a', 40_000)}\r\n\r\n", 431, "headers_too_large" },
        { "headers beyond 8 KB", $"GET /v1/status HTTP/1.1\r\nHost: x\r\n{Many(3, 3_000)}\r\n", 431, "headers_too_large" },
        { "an unknown route", "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n", 404, "route_not_found" },
        { "another method", "PATCH /v1/status HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 405, "method_not_allowed" },
        { "a method of other routes", "DELETE /v1/cards HTTP/1.1\r\nHost: x\r\n\r\n", 405, "method_not_allowed" },
        { "a huge announced body", "POST /v1/topups HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", 401, "missing_credentials" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_request_gets_the_documented_error(string name, string request, int status, string code)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);

        var (head, body) = await RawHttp.Exchange(host.Server, request);

        Assert.True(head.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), StringComparison.Ordinal), $"{name}: {head}");
        Assert.Contains("\r\nRequest-Id: req_", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nContent-Type: application/json", head, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        ProvokedCodes.Note("", code);
        Assert.Equal("error", json.RootElement.GetProperty("object").GetString());
        Assert.Contains($"Request-Id: {json.RootElement.GetProperty("request_id").GetString()}", head, StringComparison.OrdinalIgnoreCase);
    }

    private static string Many(int count, int bytes) => string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('a', bytes)}\r\n"));
}
