using System.Text.Json;

namespace Cryptocardium.Tests;

/// <summary>Finds values of open enums that the contract does not list. To a client they are valid; in a test they are a gap in the contract.</summary>
internal static class KnownValues
{
    private const string OpenEnum = "x-extensible-enum";

    /// <returns>The first unlisted value with its member; null when every value is listed.</returns>
    public static string? FirstUnlisted(JsonElement schema, JsonElement value, string member = "")
    {
        schema = Resolve(schema);
        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => value.EnumerateObject()
                .Where(part => properties.TryGetProperty(part.Name, out _))
                .Select(part => FirstUnlisted(properties.GetProperty(part.Name), part.Value, part.Name))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select(item => FirstUnlisted(items, item, member))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.String when schema.TryGetProperty(OpenEnum, out var listed)
                && !listed.EnumerateArray().Any(known => value.ValueEquals(known.GetString())) => $"{member} '{value.GetString()}'",
            _ => null,
        };
    }

    private static JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(ContractCheck.Document.Document, static (node, name) => node.GetProperty(name));
        }

        return schema.TryGetProperty("allOf", out var all) && all.GetArrayLength() == 1 ? Resolve(all[0]) : schema;
    }
}
