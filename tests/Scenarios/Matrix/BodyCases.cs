using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>Conditions of the JSON body: its text, and each member of its schema.</summary>
internal static class BodyCases
{
    private const int DepthLimit = 64;

    public static IEnumerable<EdgeCase> Of(ContractOperation operation)
    {
        var example = new ExampleRequest(operation);
        if (operation.Method == "GET" || example.IsUpload)
        {
            yield break;
        }

        var body = example.Body?.ToJsonString() ?? "{}";
        var rest = body == "{}" ? "}" : $",{body[1..]}";
        yield return Raw("no JSON", "{", "malformed_json");
        yield return Raw("trailing text", $"{body} x", "malformed_json");
        yield return Raw("too deep", $"{new string('[', DepthLimit + 1)}{new string(']', DepthLimit + 1)}", "malformed_json");
        yield return Raw("an array", "[]", "invalid_type");
        yield return Raw("an unknown member", $$"""{"no_such_member":1{{rest}}""", "unknown_field");
        yield return Raw("an unknown member with a lone surrogate", $$"""{"no\ud800":1{{rest}}""", "invalid_characters");
        yield return Raw("an unknown member with NUL", $$"""{"no\u0000":1{{rest}}""", "invalid_characters");
        yield return new(operation, "not UTF-8", () => example.With([.. "{\"a\":\""u8, 0xff, .. "\"}"u8]), "invalid_utf8");
        yield return Raw("null", "null", operation.Body is { Required: true } ? "invalid_type" : null);
        yield return Raw("no body", null, operation.Body is { Required: true } ? "missing_body" : null);
        if (example.Body is not JsonObject given)
        {
            yield break;
        }

        foreach (var (name, value) in given.Take(1))
        {
            var member = $"{JsonSerializer.Serialize(name)}:{value?.ToJsonString() ?? "null"}";
            yield return Raw("a member twice", $$"""{{{member}}{{rest}}""", "duplicate_field");
        }

        foreach (var (path, schema, isRequired) in Members(example.Schema!, []))
        {
            if (isRequired && Remove(example.Body!, path) is { } without)
            {
                yield return Raw($"without {Text(path)}", without, "missing_required_field");
            }

            yield return Raw($"{Text(path)} null", Replace(example.Body!, path, "null"), schema.Nullable ? null : "invalid_type");
            foreach (var (condition, json, code) in ValueCases.Of(schema))
            {
                yield return Raw($"{Text(path)} {condition}", Replace(example.Body!, path, json), code);
            }
        }

        EdgeCase Raw(string condition, string? text, string? code) => new(operation, condition, () => example.With(text), code);
    }

    private static IEnumerable<(string[] Path, SchemaNode Schema, bool IsRequired)> Members(SchemaNode schema, string[] path)
    {
        foreach (var member in schema.Properties)
        {
            string[] inner = [.. path, member.Name];
            yield return (inner, member.Schema, member.Required);
            foreach (var deeper in Members(member.Schema, inner))
            {
                yield return deeper;
            }
        }
    }

    // Returns null if the example does not have the member, since it cannot be removed then.
    private static string? Remove(JsonNode body, string[] path) =>
        Parent(body, path, create: false) is { } parent && parent.Remove(path[^1]) ? body.ToJsonString() : null;

    // The value is spliced in as text, since it may be one that JsonNode does not hold.
    private static string Replace(JsonNode body, string[] path, string json)
    {
        const string Mark = "\"@value@\"";
        Parent(body, path, create: true)![path[^1]] = "@value@";
        return new StringBuilder(body.ToJsonString()).Replace(Mark, json).ToString();
    }

    private static JsonObject? Parent(JsonNode body, string[] path, bool create)
    {
        var parent = (JsonObject)body;
        foreach (var name in path[..^1])
        {
            if (parent[name] is not JsonObject next)
            {
                if (!create)
                {
                    return null;
                }

                parent[name] = next = [];
            }

            parent = next;
        }

        return parent;
    }

    private static string Text(string[] path) => string.Join('.', path);
}
