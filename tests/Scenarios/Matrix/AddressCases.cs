using System.Text.Json;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>Conditions of path and query.</summary>
internal static class AddressCases
{
    public static IEnumerable<EdgeCase> Of(ContractOperation operation) => Query(operation).Concat(Path(operation));

    private static IEnumerable<EdgeCase> Query(ContractOperation operation)
    {
        var example = new ExampleRequest(operation);
        yield return Given("an unknown parameter", "no_such_parameter=1", "unknown_parameter");
        yield return Given("a query that is not UTF-8", "no_such_parameter=%ff", "invalid_utf8");
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "query"))
        {
            var isCursor = parameter.Name == "cursor";
            yield return Given($"{parameter.Name} twice", $"{parameter.Name}={Example(parameter)}&{parameter.Name}={Example(parameter)}", "duplicate_parameter");
            yield return Given($"{parameter.Name} empty", $"{parameter.Name}=", isCursor ? "invalid_cursor" : null);
            yield return Given($"{parameter.Name} as in the example", $"{parameter.Name}={Example(parameter)}", null);
            foreach (var (condition, value, code) in Values(parameter))
            {
                yield return Given($"{parameter.Name} {condition}", $"{parameter.Name}={Uri.EscapeDataString(value)}", isCursor ? "invalid_cursor" : code);
            }
        }

        EdgeCase Given(string condition, string query, string? code) => new(operation, condition, () => example.Build(query: $"?{query}"), code);
    }

    private static IEnumerable<(string Condition, string Value, string? Code)> Values(ContractParameter parameter)
    {
        if (parameter.Schema.Source.TryGetProperty("x-extensible-enum", out _))
        {
            return [("unknown", "no_such_value", "invalid_value"), ("NUL", "\0", "invalid_value")];
        }

        // In a query every value is text, so the cases of another JSON type do not exist.
        var isText = parameter.Schema.Type == SchemaType.String;
        return ValueCases.Of(parameter.Schema)
            .Where(value => value.Condition is not ("a number" or "an object" or "a lone surrogate") && (isText || value.Condition != "a text"))
            .Select(value => (value.Condition, isText ? JsonSerializer.Deserialize<string>(value.Json)! : value.Json, value.Code))
            .Append(("no number", isText ? "" : "ten", isText ? null : "invalid_type"))
            .Append(("NUL alone", "\0", "invalid_characters"));
    }

    private static IEnumerable<EdgeCase> Path(ContractOperation operation)
    {
        var example = new ExampleRequest(operation);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            var value = parameter.Source.GetProperty("example").ToString();
            foreach (var (condition, other) in new[] { ("malformed", "%21%21"), ("NUL", "%00"), ("too long", new string('a', 200)), ("of another kind", "acc_019e3a2f4b108f3a91b7c4d2") })
            {
                yield return new(
                    operation, $"{parameter.Name} {condition}",
                    () => example.Build(path: example.Path.Replace(value, other, StringComparison.Ordinal)),
                    condition == "NUL" ? "malformed_request" : "resource_not_found");
            }
        }
    }

    private static string Example(ContractParameter parameter) =>
        Uri.EscapeDataString(parameter.Source.TryGetProperty("example", out var example) ? example.ToString() : "1");
}
