using System.Text.Json;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>Reads the statements of either document in the same way.</summary>
internal static class Facts
{
    private const string Json = "application/json";

    public static IEnumerable<Fact> Of(Document document) =>
        document.Operations().SelectMany(operation => OfOperation(document, operation.Method, operation.Path, operation.Pointer, operation.Operation))
            .Concat(document.Schemas().Where(schema => IsOfOperations(document, schema.Name)).SelectMany(schema => OfSchema(document, schema.Name, schema.Pointer, schema.Schema)));

    private static IEnumerable<Fact> OfOperation(Document document, string method, string path, string pointer, JsonElement operation)
    {
        var name = $"{method} {path}";
        yield return new Fact($"{name} operationId", Document.Text(operation, "operationId"), $"{pointer}/operationId");
        yield return new Fact(
            $"{name} tags", string.Join(", ", Document.List(operation, "tags").Select(tag => tag.GetString())), $"{pointer}/tags");
        foreach (var (index, element) in Document.List(operation, "parameters").Index())
        {
            var parameter = document.Follow(element);
            var of = $"{name} {Document.Text(parameter, "in")} parameter {Document.Text(parameter, "name")}";
            yield return new Fact($"{of} required", $"{Document.Flag(parameter, "required")}", $"{pointer}/parameters/{index}");
            yield return new Fact($"{of} type", document.Type(parameter.GetProperty("schema")), $"{pointer}/parameters/{index}");
        }

        if (operation.TryGetProperty("requestBody", out var reference) && document.Follow(reference) is var body && IsJson(body))
        {
            yield return new Fact($"{name} body required", $"{Document.Flag(body, "required")}", $"{pointer}/requestBody");
            yield return new Fact($"{name} body", Content(document, body), $"{pointer}/requestBody");
        }

        foreach (var response in Document.Members(operation, "responses"))
        {
            yield return new Fact(
                $"{name} {response.Name}", Content(document, document.Follow(response.Value)), $"{pointer}/responses/{response.Name}");
        }
    }

    private static IEnumerable<Fact> OfSchema(Document document, string name, string pointer, JsonElement schema)
    {
        if (Document.Text(schema, "type") != "object" || Document.IsMap(schema))
        {
            yield break;
        }

        var required = Document.List(schema, "required").Select(member => member.GetString()).ToHashSet();
        yield return new Fact(
            $"{name} members", string.Join(", ", Document.Members(schema, "properties").Select(member => member.Name)), $"{pointer}/properties");
        foreach (var member in Document.Members(schema, "properties"))
        {
            var at = $"{pointer}/properties/{Document.Escape(member.Name)}";
            var isRequired = required.Contains(member.Name);
            yield return new Fact($"{name}.{member.Name} type", document.Type(member.Value), at);
            yield return new Fact($"{name}.{member.Name} required", $"{isRequired}", at);
            yield return new Fact($"{name}.{member.Name} nullable", $"{Document.Flag(member.Value, "nullable")}", at);
        }
    }

    // A body other than JSON is read before routing, so no action binds its parts.
    private static bool IsJson(JsonElement body) => Document.Members(body, "content").Any(type => type.Name == Json);

    // Schemas of events are sent, and no action answers them.
    private static bool IsOfOperations(Document document, string schema)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Operations())
        {
            document.Reach(operation.Operation, reached);
        }

        return reached.Contains($"#/components/schemas/{schema}");
    }

    // A response other than JSON is written by its handler, so no controller has a type for it.
    private static string Content(Document document, JsonElement owner)
    {
        var stated = Document.Members(owner, "content").Where(type => type.Name == Json);
        return string.Join(", ", stated.Select(type => $"{type.Name}: {document.Type(type.Value.GetProperty("schema"))}")) is { Length: > 0 } content
            ? content.Replace($"{Json}: ", "", StringComparison.Ordinal)
            : "no content";
    }
}
