using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>A request of an operation with the values of the contract's examples, for tests that change one thing about it.</summary>
internal sealed class ExampleRequest(ContractOperation operation)
{
    private const string Json = "application/json";

    /// <summary>The path with the examples of its parameters.</summary>
    public string Path { get; } = operation.Parameters.Where(parameter => parameter.In == "path").Aggregate(
        operation.Path,
        (path, parameter) => path.Replace($"{{{parameter.Name}}}", parameter.Source.GetProperty("example").ToString(), StringComparison.Ordinal));

    /// <summary>A copy of the first example of the JSON body; null for an operation without one.</summary>
    public JsonNode? Body => Example(operation) is { } example ? JsonNode.Parse(example.GetRawText()) : null;

    /// <summary>The schema of the JSON body.</summary>
    public SchemaNode? Schema => operation.Body?.Content.GetValueOrDefault(Json);

    /// <summary>Whether a body that is not JSON is expected.</summary>
    public bool IsUpload => operation.Body is { } body && !body.Content.ContainsKey(Json);

    /// <summary>A request with the example's body.</summary>
    /// <param name="path">Another path; null for the example's.</param>
    /// <param name="query">A query with its question mark.</param>
    public HttpRequestMessage Build(string? path = null, string query = "") => With(Body?.ToJsonString(), path, query);

    /// <summary>A request with a body of any text.</summary>
    public HttpRequestMessage With(string? body, string? path = null, string query = "") =>
        With(body is null ? null : Encoding.UTF8.GetBytes(body), path, query);

    /// <summary>A request with a body of any bytes.</summary>
    public HttpRequestMessage With(byte[]? body, string? path = null, string query = "", string mediaType = Json)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(operation.Method), new Uri((path ?? Path) + query, UriKind.Relative));
        if (IsUpload)
        {
            var file = new ByteArrayContent(Samples.Pdf(1_000));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            request.Content = new MultipartFormDataContent { { file, "file", "receipt.pdf" } };
        }
        else if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }

        return request;
    }

    private static JsonElement? Example(ContractOperation operation)
    {
        if (!operation.Source.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty(Json, out var media))
        {
            return null;
        }

        return ContractCheck.Resolve(media.GetProperty("examples").EnumerateObject().First().Value).GetProperty("value");
    }
}
