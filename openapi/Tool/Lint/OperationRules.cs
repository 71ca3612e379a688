using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Lint;

/// <summary>CONTRACT1xx: rules for operations: identity, parameters, bodies, scope.</summary>
internal static partial class OperationRules
{
    private static readonly string[] Required = ["operationId", "summary", "description", "tags", "x-scope", "responses", "security"];

    public static IEnumerable<Finding> Check(ContractDocument document)
    {
        var seen = new HashSet<string>();
        var tags = document.Root["tags"]?.Items.Select(tag => tag.TextOf("name")).ToHashSet() ?? [];
        foreach (var operation in document.Operations)
        {
            var name = operation.Id.Length > 0 ? operation.Id : $"{operation.Method} {operation.Route}";
            foreach (var member in Required)
            {
                if (operation.Node[member] is null)
                    yield return Finding.At(operation.Key, "CONTRACT101", $"{name} has no {member}");
            }

            foreach (var finding in Identity(operation, name, seen, tags).Concat(Parameters(operation, name)).Concat(Bodies(document, operation, name)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Identity(Operation operation, string name, HashSet<string> seen, HashSet<string?> tags)
    {
        if (operation.Id.Length > 0 && !CamelCase().IsMatch(operation.Id))
            yield return Finding.At(operation.Key, "CONTRACT102", $"operationId '{operation.Id}' must be camelCase, such as issueCard");
        if (operation.Id.Length > 0 && !seen.Add(operation.Id))
            yield return Finding.At(operation.Key, "CONTRACT103", $"operationId '{operation.Id}' is taken by another operation");
        if (operation.Node["tags"] is { } list && list.Items.Count != 1)
            yield return Finding.At(list, "CONTRACT104", $"{name} must have exactly one tag, it decides the controller");
        else if (operation.Tag.Length > 0 && !tags.Contains(operation.Tag))
            yield return Finding.At(operation.Node["tags"]!, "CONTRACT105", $"tag '{operation.Tag}' is not declared under tags");
        if (!Idempotency(operation))
            yield return Finding.At(operation.Key, "CONTRACT112", $"{name} must say x-idempotency where it declares an Idempotency-Key: ignored for a read_only POST, otherwise true");
        if (operation.Responses.Count > 0 && operation.SuccessStatuses.Count() != 1)
            yield return Finding.At(operation.Key, "CONTRACT106", $"{name} must answer exactly one 2xx status");
    }

    private static bool Idempotency(Operation operation) => operation.Node.TextOf("x-idempotency") switch
    {
        null => !operation.DeclaresIdempotencyKey && (operation.Method == "GET" || !operation.IsReadOnly),
        "true" => operation.DeclaresIdempotencyKey && !operation.IsReadOnly,
        "ignored" => operation.DeclaresIdempotencyKey && operation.IsReadOnly && operation.Method == "POST",
        _ => false,
    };

    private static IEnumerable<Finding> Parameters(Operation operation, string name)
    {
        var inRoute = RouteParameter().Matches(operation.Route).Select(match => match.Groups[1].Value).ToHashSet();
        var declared = operation.Parameters.Where(parameter => parameter.Says("in", "path")).ToList();
        foreach (var missing in inRoute.Except(declared.Select(parameter => parameter.TextOf("name") ?? "")))
            yield return Finding.At(operation.Key, "CONTRACT107", $"{name} does not declare the path parameter '{missing}'");

        var names = new HashSet<string?>();
        foreach (var parameter in operation.Parameters)
        {
            if (!names.Add(parameter.TextOf("name")))
                yield return Finding.At(parameter, "CONTRACT114", $"{name} has two parameters '{parameter.TextOf("name")}'; client generators need one name per parameter");
            if (parameter.Says("in", "path") && !(inRoute.Contains(parameter.TextOf("name") ?? "") && parameter.Says("required", "true")))
                yield return Finding.At(parameter, "CONTRACT108", $"path parameter '{parameter.TextOf("name")}' must be in the route {operation.Route} and required");
            if (parameter["description"] is null || parameter["schema"] is null)
                yield return Finding.At(parameter, "CONTRACT109", $"parameter '{parameter.TextOf("name")}' needs a description and a schema");
        }
    }

    private static IEnumerable<Finding> Bodies(ContractDocument document, Operation operation, string name)
    {
        var request = document.Resolve(operation.Node["requestBody"]);
        var bodies = operation.Responses.Select(response => document.Resolve(response.Value)).Prepend(request).OfType<Node>();
        foreach (var media in bodies.SelectMany(body => body["content"]?.Members ?? []))
        {
            if (media.Name == "application/json" && ContractDocument.SchemaName(media.Value["schema"]) is null)
                yield return Finding.At(media.Key, "CONTRACT110", $"a body of {name} is not a named component; move its schema to components/schemas");
            if (media.Name == "multipart/form-data" && media.Value["schema"]?["$ref"] is { } reference)
                yield return Finding.At(reference, "CONTRACT113", $"the multipart schema of {name} must be inline; some client generators send a reference as one JSON part");
            if (media.Name == "application/json" && media.Value["example"] is null && media.Value["examples"] is null)
                yield return Finding.At(media.Key, "CONTRACT111", $"a body of {name} has no example");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    internal static partial Regex SnakeCase();

    [GeneratedRegex("^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$")]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex RouteParameter();
}
