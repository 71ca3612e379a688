using System.Collections.Frozen;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>An OpenAPI 3.0.3 document, read from its JSON form, with every reference resolved.</summary>
public sealed class Contract
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly SchemaReader schemas;
    private readonly FrozenDictionary<string, ContractOperation> byId;

    private Contract(JsonElement document)
    {
        Document = document;
        schemas = new SchemaReader(document);
        Schemas = document.TryGetProperty("components", out var components) && components.TryGetProperty("schemas", out var named)
            ? named.EnumerateObject().ToFrozenDictionary(
                schema => schema.Name,
                schema => schemas.Component(schema.Name))
            : FrozenDictionary<string, SchemaNode>.Empty;
        Operations = [.. ReadOperations(document)];
        byId = Operations.ToFrozenDictionary(operation => operation.Id);
    }

    /// <summary>The whole document, for parts that this model does not contain.</summary>
    public JsonElement Document { get; }

    /// <summary>The operations in the order of the document.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The schemas of the components by name.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Schemas { get; }

    /// <summary>Reads a contract.</summary>
    /// <exception cref="ContractException">A reference does not resolve, or a keyword is outside the supported subset.</exception>
    public static Contract Load(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return new Contract(JsonElement.ParseValue(ref reader));
    }

    /// <inheritdoc cref="Load(ReadOnlySpan{byte})"/>
    public static Contract Load(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new Contract(document.RootElement.Clone());
    }

    /// <summary>The operation with this operationId, or null.</summary>
    public ContractOperation? Operation(string id) => byId.GetValueOrDefault(id);

    /// <summary>The node of a schema element of <see cref="Document"/>; a new node unless the element is a reference.</summary>
    public SchemaNode Schema(JsonElement element) => schemas.Read(element);

    private IEnumerable<ContractOperation> ReadOperations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where Methods.Contains(member.Name)
        select ReadOperation(path, member);

    private ContractOperation ReadOperation(JsonProperty path, JsonProperty member)
    {
        var operation = member.Value;
        return new ContractOperation(
            Text(operation, "operationId") ?? throw new ContractException($"{member.Name} {path.Name} has no operationId."),
            member.Name.ToUpperInvariant(),
            path.Name,
            operation.TryGetProperty("tags", out var tags) && tags.GetArrayLength() > 0 ? tags[0].GetString()! : "",
            Text(operation, "x-scope"),
            ReadParameters(path.Value, operation),
            operation.TryGetProperty("requestBody", out var body) ? ReadBody(schemas.Resolve(body)) : null,
            Map(operation, "responses", StringComparer.Ordinal, (_, response) => ReadResponse(response)),
            operation);
    }

    // Parameters of the operation follow those of the path, and replace those with the same name and location.
    private List<ContractParameter> ReadParameters(JsonElement path, JsonElement operation)
    {
        var parameters = new List<ContractParameter>();
        foreach (var owner in new[] { path, operation })
        {
            if (owner.TryGetProperty("parameters", out var listed))
            {
                foreach (var element in listed.EnumerateArray().Select(schemas.Resolve))
                {
                    var read = ReadParameter(element.GetProperty("name").GetString()!, element.GetProperty("in").GetString()!, element);
                    parameters.RemoveAll(known => known.Name == read.Name && known.In == read.In);
                    parameters.Add(read);
                }
            }
        }

        return parameters;
    }

    private ContractParameter ReadParameter(string name, string place, JsonElement element) =>
        new(name, place, Flag(element, "required"), SchemaOf(element), element);

    private ContractBody ReadBody(JsonElement body) =>
        new(Flag(body, "required"), ReadContent(body));

    private ContractResponse ReadResponse(JsonElement response) => new(
        Map(response, "headers", StringComparer.OrdinalIgnoreCase, (name, header) => ReadParameter(name, "header", header)),
        ReadContent(response));

    private FrozenDictionary<string, SchemaNode> ReadContent(JsonElement owner) =>
        Map(owner, "content", StringComparer.OrdinalIgnoreCase, (_, media) => SchemaOf(media));

    private SchemaNode SchemaOf(JsonElement owner) =>
        owner.TryGetProperty("schema", out var schema) ? schemas.Read(schema) : SchemaNode.Anything;

    private FrozenDictionary<string, T> Map<T>(
        JsonElement owner, string member, StringComparer comparer, Func<string, JsonElement, T> read) =>
        owner.TryGetProperty(member, out var entries)
            ? entries.EnumerateObject().ToFrozenDictionary(e => e.Name, e => read(e.Name, schemas.Resolve(e.Value)), comparer)
            : FrozenDictionary<string, T>.Empty;

    private static string? Text(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.GetBoolean();
}
