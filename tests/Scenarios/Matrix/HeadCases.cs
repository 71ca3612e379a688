using System.Net.Http.Headers;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>Conditions of the request line, the headers and the credential.</summary>
internal static class HeadCases
{
    private const int BodyLimit = 25 * 1_024 * 1_024;
    private const int HeaderValueLimit = 4 * 1_024;
    private const int KeyLimit = 255;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static IEnumerable<EdgeCase> Of(ContractOperation operation)
    {
        var example = new ExampleRequest(operation);
        var isRead = operation.Method == "GET";
        var isPublic = operation.Scope == "public";
        foreach (var method in Methods.Where(method => ContractCheck.Find(method, example.Path) is null))
        {
            yield return Case($"method {method}", request => request.Method = HttpMethod.Parse(method), "method_not_allowed");
        }

        yield return Case("Accept text/html", request => request.Headers.Accept.ParseAdd("text/html"), "not_acceptable");
        yield return Case("Accept without any", request => request.Headers.TryAddWithoutValidation("Accept", "*/*;q=0"), "not_acceptable");
        yield return Case("a header value over the limit", request => request.Headers.Add("X-Long", new string('a', HeaderValueLimit + 1)), "headers_too_large");
        yield return Case("headers over the limit", AddManyHeaders, "headers_too_large");
        yield return Case(
            "Content-Encoding gzip", request => Content(request).Headers.ContentEncoding.Add("gzip"), isRead ? null : "unsupported_content_encoding");
        if (!isRead && !example.IsUpload)
        {
            yield return new(operation, "Content-Type text/plain", () => example.With("{}"u8.ToArray(), mediaType: "text/plain"), "unsupported_media_type");
            yield return new(operation, "charset latin1", () => example.With("{}"u8.ToArray(), mediaType: "application/json; charset=latin1"), "unsupported_media_type");
            yield return Case("a body over 25 MB", AddLargeBody, "payload_too_large");
        }

        if (!isPublic)
        {
            yield return Case("an unknown bearer", request => request.Headers.Authorization = new("Bearer", "sess_unknown"), "invalid_credentials");
            yield return Case("a bearer of another kind", request => request.Headers.Authorization = new("Basic", "dXNlcjpwYXNz"), "missing_credentials");
        }

        if (!isRead)
        {
            var isClaimed = operation.Source.TryGetProperty("x-idempotency", out var claims) && claims.ValueKind == System.Text.Json.JsonValueKind.True;
            yield return Key("a key with a space", "a b", isClaimed ? "invalid_idempotency_key" : null);
            yield return Key("a key over the limit", new string('k', KeyLimit + 1), isClaimed ? "invalid_idempotency_key" : null);
            yield return Key("an empty key", "", null);
        }

        yield return Case("the example", _ => { }, null);

        EdgeCase Key(string condition, string key, string? code) =>
            Case(condition, request => request.Headers.TryAddWithoutValidation("Idempotency-Key", key), code);

        EdgeCase Case(string condition, Action<HttpRequestMessage> change, string? code) => new(
            operation,
            condition,
            () =>
            {
                var request = example.Build();
                change(request);
                return request;
            },
            code);
    }

    private static void AddManyHeaders(HttpRequestMessage request)
    {
        for (var i = 0; i < 5; i++)
        {
            request.Headers.Add($"X-Many-{i}", new string('a', 2_000));
        }
    }

    // The client waits for the server's verdict before it sends the body.
    private static void AddLargeBody(HttpRequestMessage request)
    {
        request.Content = new ByteArrayContent(new byte[BodyLimit + 1]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = true;
    }

    private static HttpContent Content(HttpRequestMessage request) => request.Content ??= new ByteArrayContent([]);
}
