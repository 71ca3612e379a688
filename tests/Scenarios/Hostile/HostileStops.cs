namespace Cryptocardium.Tests.Scenarios.Hostile;

// Incomplete requests on a connection that stays open.
internal static class HostileStops
{
    /// <summary>Argument of the server that shortens its timeouts: 3 s for headers, 6 s for a body.</summary>
    public const string ShorterTimes = "--Timeouts:Scale=0.1";

    private const string Json = "Content-Type: application/json\r\n";

    public static IEnumerable<HostileRequest> All =>
    [
        HostileRequest.Raw("half a method", "GE", 400, "malformed_request"),
        HostileRequest.Raw("a request line without its end", "GET /v1/status HTTP/1.1", 400, "malformed_request"),
        HostileRequest.Raw("headers without their end", "GET /v1/status HTTP/1.1\r\nHost: x\r\n", 400, "malformed_request"),
        HostileRequest.Raw("half a header", "GET /v1/status HTTP/1.1\r\nHost: x\r\nX-A", 400, "malformed_request"),
        Stopped("a body that does not come", "Content-Length: 48\r\n", ""),
        Stopped("half a body", "Content-Length: 48\r\n", """{"amount_usd":500,"""),
        Stopped("a body but its last byte", "Content-Length: 49\r\n", """{"amount_usd":500,"asset":"USDT","chain":"tron"}"""),
        Stopped("most of the largest body", "Content-Length: 26214400\r\n", new string(' ', 1_000_000)),
        Stopped("chunks that do not come", "Transfer-Encoding: chunked\r\n", ""),
        Stopped("half a chunk", "Transfer-Encoding: chunked\r\n", "30\r\n{\"amount_usd\""),
        Stopped("chunks without the last one", "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n"),
        Stopped("half a chunk size", "Transfer-Encoding: chunked\r\n", "3"),
    ];

    private static HostileRequest Stopped(string name, string headers, string body) =>
        HostileRequest.Framed(name, Json + headers, body, 400, "malformed_request");
}
