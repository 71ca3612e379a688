namespace Cryptocardium.Tests.Scenarios.Hostile;

// Request lines, headers, methods, routes and media types.
internal static class HostileHeads
{
    private const string Malformed = "malformed_request";
    private const string Status = "/v1/status";
    private const string Topups = "/v1/topups";
    private const string Topup = """{"amount_usd":500,"asset":"USDT","chain":"tron"}""";

    public static IEnumerable<HostileRequest> All => [.. Lines, .. Headers, .. Methods, .. Targets, .. Types];

    private static IEnumerable<HostileRequest> Lines =>
    [
        Line("no request line", "nonsense"),
        Line("an old request line", $"GET {Status}"),
        Line("a version that is none", $"GET {Status} HTTX/1.1"),
        Line("a version without a number", $"GET {Status} HTTP/"),
        Line("a version 1.2", $"GET {Status} HTTP/1.2"),
        Line("a version 2.0 in text", $"GET {Status} HTTP/2.0"),
        Line("two spaces in the line", $"GET  {Status} HTTP/1.1"),
        Line("a tab in the line", $"GET\t{Status} HTTP/1.1"),
        Line("no method", $" {Status} HTTP/1.1"),
        Line("a method with a colon", $"GE:T {Status} HTTP/1.1"),
        Line("a NUL in the path", "GET /v1/\0 HTTP/1.1"),
        Line("a byte beyond ASCII in the path", "GET /v1/st\xffatus HTTP/1.1", 404, "route_not_found"),
        Line("a line break in the path", "GET /v1/st\ratus HTTP/1.1", 404, "route_not_found"),
        Line("a path of 10 KB", $"GET /v1/{new string('a', 10_000)} HTTP/1.1"),
        Line("a path of 100 KB", $"GET /v1/{new string('a', 100_000)} HTTP/1.1"),
        Line("a relative target", "GET v1/status HTTP/1.1"),
        Line("an empty target", "GET  HTTP/1.1"),
        Line("an asterisk", "GET * HTTP/1.1", 405, "method_not_allowed"),
    ];

    private static IEnumerable<HostileRequest> Headers =>
    [
        Header("no colon", "broken"),
        Header("a space before the colon", "X-A : 1"),
        Header("an empty name", ": 1"),
        Header("a NUL in a value", "X-A: a\0b"),
        Header("a lonely carriage return in a value", "X-A: a\rb"),
        Header("a line feed that hides a header", "X-A: a\nAuthorization: Bearer b"),
        Header("a line feed that ends the head", "X-A: a\n"),
        HostileRequest.Raw("a line feed after the request line", $"GET {Status} HTTP/1.1\nHost: x\r\n\r\n", 400, Malformed),
        HostileRequest.Raw("an empty line of a line feed that hides a request", $"GET {Status} HTTP/1.1\r\nHost: x\r\n\nGET {Status} HTTP/1.1\r\nHost: x\r\n\r\n", 400, Malformed),
        Header("a name with a space", "X A: 1"),
        Header("a folded value", "X-A: 1\r\n 2"),
        Header("a value beyond 4 KB", $"X-A: {new string('a', 4_097)}", 431, "headers_too_large"),
        Header("a name beyond 8 KB", $"{new string('a', 9_000)}: 1", 431, "headers_too_large"),
        Header("all together beyond 8 KB", string.Join("\r\n", Enumerable.Range(0, 3).Select(i => $"X-{i}: {new string('a', 3_000)}")), 431, "headers_too_large"),
        Header("beyond what the server reads", string.Join("\r\n", Enumerable.Range(0, 20).Select(i => $"X-{i}: {new string('a', 4_000)}")), 431, "headers_too_large"),
        Header("two hundred of them", string.Join("\r\n", Enumerable.Range(0, 200).Select(i => $"X-{i}: 1")), 431, "headers_too_large"),
        Header("an Accept that takes nothing", "Accept: application/xml", 406, "not_acceptable"),
        Header("an Accept that is none", "Accept: ;;;", 406, "not_acceptable"),
        HostileRequest.Raw("a bearer twice", $"GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 401, "invalid_credentials"),
        HostileRequest.Raw("a bearer without a token", "GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer\r\n\r\n", 401, "missing_credentials"),
        HostileRequest.Raw("another scheme", "GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Basic YTpi\r\n\r\n", 401, "missing_credentials"),
        HostileRequest.Raw("a bearer of binary", "GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \xff\xfe\r\n\r\n", 400, Malformed),
        HostileRequest.Raw("a bearer of 4 KB", $"GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {new string('a', 4_000)}\r\n\r\n", 401, "invalid_credentials"),
    ];

    private static IEnumerable<HostileRequest> Methods =>
        from method in (string[])["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "GETT", new string('A', 100)]
        select HostileRequest.Raw(
            $"the method {(method.Length > 20 ? "of 100 letters" : method)}", $"{method} {Topups} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 405, "method_not_allowed");

    private static IEnumerable<HostileRequest> Targets =>
    [
        Target("an unknown route", "/v1/nothing", 404, "route_not_found"),
        Target("above its root", "/v1/a/../../v1/etc/passwd", 404, "route_not_found"),
        Target("above its root, encoded", "/v1/%2e%2e/v1/etc/passwd", 404, "route_not_found"),
        Target("an encoded NUL", "/v1/cards/%00", 400, Malformed),
        Target("an encoded slash", "/v1/cards/a%2fb", 404, "resource_not_found"),
        Target("an encoding that is none", "/v1/cards/%zz", 404, "resource_not_found"),
        Target("invalid UTF-8 in an id", "/v1/cards/%ff", 404, "resource_not_found"),
        Target("SQL in an id", "/v1/cards/'%20OR%201=1--", 404, "resource_not_found"),
        Target("an id of 1 000 letters", $"/v1/cards/{new string('a', 1_000)}", 404, "resource_not_found"),
        Target("invalid UTF-8 in the query", "/v1/cards?sort=%ff", 400, "invalid_utf8"),
        Target("a NUL in the query", "/v1/cards?cursor=%00", 400, "invalid_cursor"),
        Target("SQL in a cursor", "/v1/cards?cursor='%20OR%201=1--", 400, "invalid_cursor"),
        Target("SQL in the order", "/v1/cards?sort=created_at;DROP%20TABLE", 400, "invalid_value"),
        Target("a parameter twice", "/v1/cards?limit=1&limit=2", 400, "duplicate_parameter"),
        Target("an unknown parameter", "/v1/cards?colour=red", 400, "unknown_parameter"),
        Target("a limit beyond 32 bits", "/v1/cards?limit=99999999999", 400, "out_of_range"),
        Target("a limit with a fraction", "/v1/cards?limit=1.5", 400, "invalid_type"),
        Target("a negative limit", "/v1/cards?limit=-1", 400, "out_of_range"),
        Target("an empty limit", "/v1/cards?limit=", 400, "invalid_type"),
        Target("a thousand parameters", "/v1/cards?" + string.Join('&', Enumerable.Range(0, 1_000).Select(i => $"a{i}=1")), 400, "unknown_parameter"),
    ];

    private static IEnumerable<HostileRequest> Types =>
    [
        HostileRequest.Post("a form", "amount_usd=500", 415, "unsupported_media_type", "application/x-www-form-urlencoded"),
        HostileRequest.Post("text", Topup, 415, "unsupported_media_type", "text/plain"),
        HostileRequest.Post("XML", "<topup/>", 415, "unsupported_media_type", "application/xml"),
        HostileRequest.Post("a multipart", "--a--", 415, "unsupported_media_type", "multipart/form-data; boundary=a"),
        HostileRequest.Post("JSON of another charset", Topup, 415, "unsupported_media_type", "application/json; charset=utf-16"),
        HostileRequest.Post("JSON of Latin-1", Topup, 415, "unsupported_media_type", "application/json; charset=iso-8859-1"),
        HostileRequest.Post("a media type that is none", Topup, 415, "unsupported_media_type", ";;;"),
        HostileRequest.Framed("no media type", $"Content-Length: {Topup.Length}\r\n", Topup, 415, "unsupported_media_type"),
        HostileRequest.Framed("gzip", $"Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {Topup.Length}\r\n", Topup, 415, "unsupported_content_encoding"),
        HostileRequest.Framed("identity as an encoding", $"Content-Type: application/json\r\nContent-Encoding: br, gzip\r\nContent-Length: {Topup.Length}\r\n", Topup, 415, "unsupported_content_encoding"),
        HostileRequest.Framed("a body announced beyond the limit", "Content-Type: application/json\r\nContent-Length: 26214401\r\n", "", 413, "payload_too_large"),
        HostileRequest.Framed("a body announced beyond 32 bits", "Content-Type: application/json\r\nContent-Length: 99999999999\r\n", "", 413, "payload_too_large"),
    ];

    private static HostileRequest Line(string name, string line, int status = 400, string code = Malformed) =>
        HostileRequest.Raw(name, $"{line}\r\nHost: x\r\n\r\n", status, code);

    private static HostileRequest Header(string name, string header, int status = 400, string code = Malformed) =>
        HostileRequest.Get($"header: {name}", Status, $"{header}\r\n", status, code);

    private static HostileRequest Target(string name, string target, int status, string code) => HostileRequest.Get($"target: {name}", target, "", status, code);
}
