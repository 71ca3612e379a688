namespace Cryptocardium.Contract.Lint;

/// <summary>
/// CONTRACT3xx: rules that differ between requests and responses. Requests are closed and bounded; responses stay open, since a limit on
/// a response can never be changed.
/// </summary>
internal static class SideRules
{
    private static readonly string[] Limits =
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"];

    public static IEnumerable<Finding> Check(ContractDocument document)
    {
        var requests = SchemaWalk.RequestSide(document);
        var responses = SchemaWalk.ResponseSide(document);
        var formed = IdsAndTimestamps(document).ToHashSet();
        var components = document.Schemas.ToDictionary(component => component.Value, component => component.Name);

        foreach (var schema in SchemaWalk.RequestBodies(document))
        {
            if (schema["properties"] is not null && !schema.Says("additionalProperties", "false"))
                yield return Finding.At(schema, "CONTRACT301", $"{Name(schema)} is sent by callers: it needs additionalProperties: false");
        }

        foreach (var schema in responses)
        {
            if (schema.Says("additionalProperties", "false"))
                yield return Finding.At(schema, "CONTRACT302", $"{Name(schema)} is answered: additionalProperties: false would forbid every later property");
            if (schema.Says("nullable", "true"))
                yield return Finding.At(schema["nullable"]!, "CONTRACT305", $"{Name(schema)} is answered: a field without a value is absent, never null");
            foreach (var limit in Limits)
            {
                if (schema[limit] is { } node)
                    yield return Finding.At(node, "CONTRACT303", $"{limit} on {Name(schema)}, which is answered, can never be changed; limits belong to requests");
            }
            if (schema["pattern"] is { } pattern && !requests.Contains(schema) && !formed.Contains(schema) && !schema.Says("format", "date-time"))
                yield return Finding.At(pattern, "CONTRACT304", $"pattern on {Name(schema)}, which is answered: only ids and timestamps may have one");
        }

        string Name(Node schema) => components.GetValueOrDefault(schema, "this schema");
    }

    private static IEnumerable<Node> IdsAndTimestamps(ContractDocument document) =>
        document.Schemas.Where(component => component.Name.EndsWith("Id", StringComparison.Ordinal))
            .Concat(document.Schemas.SelectMany(component => component.Value["properties"]?.Members ?? [])
                .Where(property => property.Name == "id"
                    || property.Name.EndsWith("_id", StringComparison.Ordinal)
                    || property.Name.EndsWith("_at", StringComparison.Ordinal)))
            .Select(member => member.Value);
}
