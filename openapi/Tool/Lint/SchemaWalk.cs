namespace Cryptocardium.Contract.Lint;

/// <summary>Finds the schemas of a document: all, of requests, or of responses.</summary>
internal static class SchemaWalk
{
    /// <summary>All schemas: components and those of parameters, headers and bodies, with all inner ones.</summary>
    public static IEnumerable<Node> All(ContractDocument document) =>
        document.Schemas.Select(component => component.Value)
            .Concat(Requests(document))
            .Concat(Responses(document))
            .SelectMany(Inner);

    /// <summary>The schemas of requests: all that are reachable from parameters and request bodies.</summary>
    public static IReadOnlySet<Node> RequestSide(ContractDocument document) => Reachable(document, Requests(document));

    /// <summary>The schemas of request bodies, without parameters.</summary>
    public static IReadOnlySet<Node> RequestBodies(ContractDocument document) =>
        Reachable(document, document.Operations.SelectMany(operation => Contents(document.Resolve(operation.Node["requestBody"]))));

    /// <summary>The schema and all that are reachable from it.</summary>
    public static IReadOnlySet<Node> Reached(ContractDocument document, Node schema) => Reachable(document, [schema]);

    /// <summary>The schemas of responses: all that are reachable from response bodies and headers.</summary>
    public static IReadOnlySet<Node> ResponseSide(ContractDocument document) => Reachable(document, Responses(document));

    private static IEnumerable<Node> Requests(ContractDocument document) =>
        document.Operations.SelectMany(operation =>
            operation.Parameters.Select(parameter => parameter["schema"]).OfType<Node>()
                .Concat(Contents(document.Resolve(operation.Node["requestBody"]))));

    private static IEnumerable<Node> Responses(ContractDocument document) =>
        from operation in document.Operations
        from member in operation.Responses
        let response = document.Resolve(member.Value)
        where response is not null
        from schema in Contents(response).Concat(Headers(document, response))
        select schema;

    private static IEnumerable<Node> Contents(Node? body) =>
        (body?["content"]?.Members ?? []).Select(media => media.Value["schema"]).OfType<Node>();

    private static IEnumerable<Node> Headers(ContractDocument document, Node response) =>
        (response["headers"]?.Members ?? []).Select(header => document.Resolve(header.Value)?["schema"]).OfType<Node>();

    private static HashSet<Node> Reachable(ContractDocument document, IEnumerable<Node> roots)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>(roots);
        while (open.TryPop(out var next))
        {
            foreach (var schema in Inner(next))
            {
                if (seen.Add(schema) && schema["$ref"] is not null && document.Resolve(schema) is { } target)
                    open.Push(target);
            }
        }
        return seen;
    }

    /// <summary>The schema and its inline schemas; references are not followed.</summary>
    private static IEnumerable<Node> Inner(Node schema)
    {
        yield return schema;
        var children = (schema["properties"]?.Members ?? []).Select(property => property.Value)
            .Concat(schema["allOf"]?.Items ?? [])
            .Concat(schema["items"] is { } items ? [items] : [])
            .Concat(schema["additionalProperties"] is { IsMap: true } values ? [values] : []);
        foreach (var inner in children.SelectMany(Inner))
            yield return inner;
    }
}
