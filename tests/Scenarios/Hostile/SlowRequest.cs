namespace Cryptocardium.Tests.Scenarios.Hostile;

/// <summary>An incomplete request.</summary>
/// <param name="Name">The slow part.</param>
/// <param name="First">The part that is sent at once.</param>
/// <param name="Then">The part that is sent repeatedly after it.</param>
/// <param name="Answer">Text in the response; empty when there is no response.</param>
internal sealed record SlowRequest(string Name, string First, string Then, string Answer)
{
    private const string Late = """"code":"malformed_request","message":"The request did not arrive in time."""";
    private const string Part = "--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";

    public static IEnumerable<SlowRequest> Of(string bearer, string evidence)
    {
        string Post(string path, string headers) => $"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {bearer}\r\n{headers}\r\n";
        var json = Post("/v1/topups", "Content-Type: application/json\r\nContent-Length: 100000\r\n");
        var file = Post(evidence, "Content-Type: multipart/form-data; boundary=a\r\nContent-Length: 100000\r\n");
        return
        [
            new("headers, a byte at a time", "GET /v1/status HTTP/1.1\r\nHost: x\r\nX-A: ", "a", Late),
            new("headers, one at a time", "GET /v1/status HTTP/1.1\r\nHost: x\r\n", "X-A: a\r\n", Late),
            new("headers that stop", "GET /v1/status HTTP/1.1\r\nHost: x\r\n", "", Late),
            new("a body, a byte at a time", json, " ", Late),
            new("a body that stops", json + "{", "", Late),
            new("a body, a chunk at a time", Post("/v1/topups", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"), "1\r\n \r\n", Late),
            new("a file, a byte at a time", file + Part, "a", Late),
            new("a file that stops", file + Part, "", Late),
            new("a file's head, a byte at a time", file + "--a\r\nX-A: ", "a", Late),
            new("nothing at all", "", "", ""),
            new("nothing after an answer", "GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n", "", "HTTP/1.1 200 "),
        ];
    }

    public bool IsAnswered(string answer) => Answer.Length == 0
        ? answer.Length == 0
        : answer.Contains(Answer, StringComparison.Ordinal)
            && (Answer != Late || (answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal)
                && answer.Contains("Connection: close", StringComparison.Ordinal) && answer.Contains("Request-Id: req_", StringComparison.Ordinal)));
}
