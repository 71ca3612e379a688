namespace Cryptocardium.Tests.Scenarios.Hostile;

// Requests with ambiguous framing. A server and a proxy that disagree on the end of a request are open to request smuggling.
internal static class HostileFraming
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n";
    private const string Topup = """{"amount_usd":500,"asset":"USDT","chain":"tron"}""";

    public static IEnumerable<HostileRequest> All =>
    [
        Broken("two different lengths", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
        Broken("a list of lengths", "Content-Length: 2, 3\r\n", "{}"),
        Broken("a negative length", "Content-Length: -1\r\n", ""),
        HostileRequest.Framed("a length with a plus", Json + "Content-Length: +2\r\n", "{}", 400, "missing_required_field"),
        Broken("a hexadecimal length", "Content-Length: 0x2\r\n", "{}"),
        Broken("a length with a fraction", "Content-Length: 2.0\r\n", "{}"),
        Broken("a length beyond 64 bits", "Content-Length: 99999999999999999999\r\n", "{}"),
        Broken("an empty length", "Content-Length: \r\n", "{}"),
        Broken("a length with a space inside", "Content-Length: 4 8\r\n", Topup),
        Broken("a length and chunks", "Content-Length: 4\r\n" + Chunked, Chunks(Topup)),
        Broken("chunks and a length", Chunked + "Content-Length: 4\r\n", Chunks(Topup)),
        Broken("chunks named twice", Chunked + Chunked, Chunks(Topup)),
        Broken("an unknown transfer encoding", "Transfer-Encoding: xchunked\r\n", Chunks(Topup)),
        Broken("chunks before identity", "Transfer-Encoding: chunked, identity\r\n", Chunks(Topup)),
        Broken("a transfer encoding of gzip", "Transfer-Encoding: gzip, chunked\r\n", Chunks(Topup)),
        Broken("a transfer encoding with a vertical tab", "Transfer-Encoding: \vchunked\r\n", Chunks(Topup)),
        Broken("a space before the colon of the encoding", "Transfer-Encoding : chunked\r\n", Chunks(Topup)),
        Broken("a chunk size that is no number", Chunked, "zz\r\n{}\r\n0\r\n\r\n"),
        Broken("a negative chunk size", Chunked, "-2\r\n{}\r\n0\r\n\r\n"),
        Broken("a chunk size beyond 32 bits", Chunked, "ffffffffff\r\n{}\r\n0\r\n\r\n"),
        Broken("a chunk size with 0x", Chunked, "0x2\r\n{}\r\n0\r\n\r\n"),
        Broken("a chunk longer than its size", Chunked, "1\r\n{}\r\n0\r\n\r\n"),
        Broken("a chunk that ends without a line", Chunked, "2\r\n{}0\r\n\r\n"),
        Broken("no chunk size", Chunked, "\r\n{}\r\n0\r\n\r\n"),
        Broken("a line feed after a chunk size", Chunked, "2\n{}\r\n0\r\n\r\n"),
        Broken("a line feed after a chunk", Chunked, "2\r\n{}\n0\r\n\r\n"),
        Broken("a line feed after the last chunk", Chunked, "2\r\n{}\r\n0\n\r\n"),
        Broken("a line feed that ends the trailers", Chunked, "2\r\n{}\r\n0\r\n\nGET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n"),
        Broken("a line feed in the trailers", Chunked, "2\r\n{}\r\n0\r\nX-A: 1\n\r\n"),
        Broken("a line feed in a chunk extension", Chunked, "2;a\n{}\r\n0\r\n\r\n"),
        HostileRequest.Framed("a chunk extension beyond every body", Json + Chunked, $"2;{new string('a', 31_000_000)}\r\n{{}}\r\n0\r\n\r\n", 413, "payload_too_large"),
        HostileRequest.Raw("chunks in HTTP/1.0", $"POST /v1/topups HTTP/1.0\r\nHost: x\r\n{Json}{Chunked}\r\n{Chunks(Topup)}", 400, "malformed_request"),
        HostileRequest.Raw("no length in HTTP/1.0", $"POST /v1/topups HTTP/1.0\r\nHost: x\r\n{Json}\r\n{Topup}", 400, "malformed_request"),
        HostileRequest.Raw("two hosts", "GET /v1/status HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400, "malformed_request"),
        HostileRequest.Raw("a host with a path", "GET /v1/status HTTP/1.1\r\nHost: x/y\r\n\r\n", 400, "malformed_request"),
        HostileRequest.Raw("a host with a user", "GET /v1/status HTTP/1.1\r\nHost: a@x\r\n\r\n", 400, "malformed_request"),
        HostileRequest.Raw("a target of another host", "GET http://y/v1/status HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed_request"),
    ];

    public static string Chunks(string body) => $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n";

    private static HostileRequest Broken(string name, string headers, string body) =>
        HostileRequest.Framed(name, Json + headers, body, 400, "malformed_request");
}
