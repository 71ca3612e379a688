using System.Text.Json;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>An OpenAPI document as JSON, with its references followed.</summary>
internal sealed class Document(JsonElement root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    public IEnumerable<(string Method, string Path, string Pointer, JsonElement Operation)> Operations() =>
        from path in root.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where Methods.Contains(member.Name)
        select (member.Name.ToUpperInvariant(), path.Name, $"#/paths/{Escape(path.Name)}/{member.Name}", member.Value);

    public IEnumerable<(string Name, string Pointer, JsonElement Schema)> Schemas() =>
        from schema in root.GetProperty("components").GetProperty("schemas").EnumerateObject()
        select (schema.Name, $"#/components/schemas/{schema.Name}", schema.Value);

    /// <summary>Resolves an element that is a reference; returns any other element as it is.</summary>
    public JsonElement Follow(JsonElement element)
    {
        while (Reference(element) is { } reference)
        {
            element = reference[2..].Split('/').Aggregate(root, (at, part) => at.GetProperty(Unescape(part)));
        }

        return element;
    }

    /// <summary>Adds the references that are reachable from an element.</summary>
    public void Reach(JsonElement element, HashSet<string> reached)
    {
        var inner = element.ValueKind switch
        {
            JsonValueKind.Object when Reference(element) is { } reference => reached.Add(reference) ? [Follow(element)] : [],
            JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value).ToArray(),
            JsonValueKind.Array => [.. element.EnumerateArray()],
            _ => [],
        };
        foreach (var each in inner)
        {
            Reach(each, reached);
        }
    }

    /// <summary>A schema in a word: <c>string/date-time</c>, <c>Card</c>, <c>list of string</c>.</summary>
    public string Type(JsonElement schema)
    {
        var followed = Follow(schema);
        var type = Text(followed, "type");
        return type switch
        {
            "array" => $"list of {Type(followed.GetProperty("items"))}",
            "object" when IsMap(followed) => $"map of {Type(followed.GetProperty("additionalProperties"))}",
            "object" when Reference(schema) is { } reference => reference.Split('/')[^1],
            _ => Text(followed, "format") is { Length: > 0 } format ? $"{type}/{format}" : type,
        };
    }

    /// <summary>Whether an object has only additional properties of one type. C# has no class for it.</summary>
    public static bool IsMap(JsonElement schema) =>
        !schema.TryGetProperty("properties", out _)
        && schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object;

    public static string Text(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    public static bool Flag(JsonElement owner, string member) => owner.TryGetProperty(member, out var value) && value.GetBoolean();

    public static IEnumerable<JsonElement> List(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) ? [.. value.EnumerateArray()] : [];

    public static IEnumerable<JsonProperty> Members(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) ? [.. value.EnumerateObject()] : [];

    public static string Escape(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    // OpenAPI 3.0 wraps a reference in allOf to add a description to it.
    private static string? Reference(JsonElement element) =>
        Text(element, "$ref") is { Length: > 0 } direct ? direct
        : element.ValueKind == JsonValueKind.Object && element.TryGetProperty("allOf", out var all) && all.GetArrayLength() == 1
            ? Reference(all[0])
            : null;

    private static string Unescape(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
