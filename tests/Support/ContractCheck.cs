using System.Globalization;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Schema;
using Xunit.Sdk;

namespace Cryptocardium.Tests;

/// <summary>
/// Checks every response against openapi/v1.yaml: the status is documented, its headers are present and the body fits its schema.
/// Every test that uses this client is a contract test.
/// </summary>
public sealed class ContractCheck : DelegatingHandler
{
    private const string Json = "application/json";

    private static readonly Schema.Contract Contract = Load();

    // Codes that any request can get, whatever its operation.
    private static readonly string[] OfAnyRequest = ["malformed_request", "route_not_found", "method_not_allowed"];

    private static readonly Dictionary<string, HashSet<string>> Codes = LoadCodes();

    private static readonly string[] Everywhere =
        ["Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Cache-Control"];

    /// <summary>The contract of the host.</summary>
    public static Schema.Contract Document => Contract;

    /// <summary>The element of the contract's JSON that a reference names; any other element as it is.</summary>
    public static JsonElement Resolve(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out var reference)
            ? reference.GetString()![2..].Split('/').Aggregate(Contract.Document, (found, name) => found.GetProperty(name))
            : node;

    /// <summary>The operation of a request; null when the contract has none.</summary>
    public static ContractOperation? Find(string method, string path)
    {
        var parts = path.Split('/');
        return Contract.Operations
            .Where(operation => operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            .OrderBy(operation => operation.Path.Count(c => c == '{'))
            .FirstOrDefault(operation => Fits(operation.Path.Split('/'), parts));
    }

    /// <summary>Checks an event, or a page of events, against the schemas of their types.</summary>
    public static void CheckEvents(string name, JsonElement answer)
    {
        foreach (var item in answer.GetProperty("object").ValueEquals("event") ? [answer] : answer.GetProperty("data").EnumerateArray().ToArray())
        {
            var webhook = Contract.Document.GetProperty("x-webhooks").GetProperty(item.GetProperty("type").GetString()!);
            var schema = webhook.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty(Json).GetProperty("schema");
            Fits($"{name} {item.GetProperty("type")}", Contract.Schemas[SchemaName(schema)], Encoding.UTF8.GetBytes(item.GetRawText()));
            var unlisted = KnownValues.FirstUnlisted(schema, item);
            Require(unlisted is null, $"{name}: the contract does not list the value of {unlisted}.");
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.StartsWith("/v1/", StringComparison.Ordinal))
        {
            // A stream has no end, so its reader checks the events.
            var isStream = EventStreamReader.IsStream(response);
            await (isStream ? Task.CompletedTask : response.Content.LoadIntoBufferAsync(cancellationToken));
            Check(request, response, isStream ? [] : await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }

        return response;
    }

    private static void Check(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var name = $"{request.Method} {request.RequestUri!.AbsolutePath} -> {status}";
        foreach (var header in Everywhere)
        {
            Require(response.Headers.Contains(header), $"{name}: no {header} header.");
        }

        if (Find(request.Method.Method, request.RequestUri.AbsolutePath) is not { } operation)
        {
            Require(status is 404 or 405, $"{name}: not in the contract, yet answered.");
            Fits(name, Contract.Schemas["ApiError"], body);
            CheckCode(name, "", status, body);
            return;
        }

        Require(operation.Response(status) is not null, $"{name}: {operation.Id} does not document this status. {Text(body)}");
        var documented = operation.Response(status)!;
        foreach (var header in documented.Headers.Values)
        {
            var values = response.Headers.TryGetValues(header.Name, out var sent)
                || response.Content.Headers.TryGetValues(header.Name, out sent) ? sent.ToArray() : [];
            Require(!header.Required || values.Length > 0, $"{name}: no {header.Name} header.");
            Require(values.Length == 0 || ParameterCheck.Check(header, values).Count == 0, $"{name}: {header.Name} is '{string.Join(',', values)}'.");
        }

        if (documented.Content.Count == 0)
        {
            Require(body.Length == 0, $"{name}: a body where none is documented.");
            return;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        Require(documented.Content.TryGetValue(mediaType, out var schema), $"{name}: media type '{mediaType}' is not documented.");
        if (mediaType == Json)
        {
            Fits(name, schema!, body);
            if (status >= 400)
            {
                CheckCode(name, operation.Id, status, body);
            }
            else
            {
                CheckValues(name, operation.Source.GetProperty("responses").GetProperty(status.ToString(CultureInfo.InvariantCulture)), body);
                if (operation.Id is "listEvents" or "getEvent")
                {
                    using var json = JsonDocument.Parse(body);
                    CheckEvents(name, json.RootElement);
                }
            }
        }
        else if (mediaType.StartsWith("text/", StringComparison.Ordinal))
        {
            Require(System.Text.Unicode.Utf8.IsValid(body), $"{name}: '{mediaType}' is not UTF-8.");
        }
    }

    // Requires that the operation documents the code under this status.
    private static void CheckCode(string name, string operation, int status, byte[] body)
    {
        var response = $"{operation} {status}";
        using var json = JsonDocument.Parse(body);
        var code = json.RootElement.GetProperty("code").GetString()!;
        Require(
            OfAnyRequest.Contains(code) || (Codes.TryGetValue(response, out var codes) && codes.Contains(code)),
            $"{name}: '{code}' is not among the error codes of {response}.");
        ProvokedCodes.Note(operation, code);
    }

    // Requires that the contract lists the values of open enums, although a client accepts others.
    private static void CheckValues(string name, JsonElement response, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var unlisted = KnownValues.FirstUnlisted(response.GetProperty("content").GetProperty(Json).GetProperty("schema"), json.RootElement);
        Require(unlisted is null, $"{name}: the contract does not list the value of {unlisted}.");
    }

    private static void Fits(string name, SchemaNode schema, byte[] body)
    {
        var violations = new List<Violation>();
        using var json = JsonDocument.Parse(body);
        SchemaValidator.ValidateJson(json.RootElement, schema, violations);
        Require(violations.Count == 0, $"{name}: {string.Join(" ", violations.Select(violation => violation.Message))} {Text(body)}");
        foreach (var time in Instants(json.RootElement, schema))
        {
            Require(TimestampJson.TryParse(time, out _), $"{name}: '{time}' is not a time as answers write it.");
        }
    }

    // The contract promises RFC 3339 to generators; answers keep to UTC with whole seconds.
    private static IEnumerable<string?> Instants(JsonElement value, SchemaNode schema) => value.ValueKind switch
    {
        JsonValueKind.String when schema.Format == "date-time" => [value.GetString()],
        JsonValueKind.Array when schema.Items is { } items => value.EnumerateArray().SelectMany(item => Instants(item, items)),
        JsonValueKind.Object => schema.Properties
            .Where(member => value.TryGetProperty(member.Name, out _))
            .SelectMany(member => Instants(value.GetProperty(member.Name), member.Schema)),
        _ => [],
    };

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));

    private static string SchemaName(JsonElement reference) => reference.GetProperty("$ref").GetString()!.Split('/')[^1];

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new XunitException("Contract: " + message);
        }
    }

    private static Dictionary<string, HashSet<string>> LoadCodes()
    {
        using var stream = typeof(V1.Operations).Assembly.GetManifestResourceStream("v1.json")!;
        using var json = JsonDocument.Parse(stream);
        var responses =
            from path in json.RootElement.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("x-error-codes", out _)
            from status in method.Value.GetProperty("x-error-codes").EnumerateObject()
            select (Name: $"{method.Value.GetProperty("operationId").GetString()} {status.Name}", Codes: status.Value);
        return responses.ToDictionary(
            response => response.Name, response => response.Codes.EnumerateArray().Select(code => code.GetString()!).ToHashSet());
    }

    private static Schema.Contract Load()
    {
        using var stream = typeof(V1.Operations).Assembly.GetManifestResourceStream("v1.json")!;
        return Schema.Contract.Load(stream);
    }
}
