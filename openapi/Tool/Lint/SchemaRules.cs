using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Lint;

/// <summary>CONTRACT2xx: rules for all schemas.</summary>
internal static partial class SchemaRules
{
    private static readonly string[] Unsupported = ["oneOf", "anyOf", "not", "discriminator"];

    public static IEnumerable<Finding> Check(ContractDocument document)
    {
        foreach (var component in document.Schemas)
        {
            if (!PascalCase().IsMatch(component.Name))
                yield return Finding.At(component.Key, "CONTRACT201", $"component '{component.Name}' must be PascalCase");
        }

        var components = document.Schemas.Select(component => component.Value).Concat(document.UploadSchemas).ToHashSet();
        foreach (var schema in SchemaWalk.All(document).Distinct())
        {
            foreach (var finding in Shape(schema, components.Contains(schema)).Concat(Values(schema, components.Contains(schema))).Concat(Properties(schema)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Shape(Node schema, bool named)
    {
        if (!named && (schema.Says("type", "object") || schema["properties"] is not null) && schema["additionalProperties"]?.IsMap != true)
            yield return Finding.At(schema, "CONTRACT202", "an object must be a named component; move it to components/schemas and refer to it");
        foreach (var keyword in Unsupported)
        {
            if (schema[keyword] is { } node)
                yield return Finding.At(node, "CONTRACT203", $"{keyword} cannot be generated well; use one object with optional properties");
        }
        if (schema["multipleOf"] is { } multipleOf)
            yield return Finding.At(multipleOf, "CONTRACT204", "multipleOf refuses correct amounts in clients that divide in binary; leave it out");
        if (schema.Says("type", "array") && schema["items"] is null)
            yield return Finding.At(schema, "CONTRACT205", "an array needs items");
    }

    private static IEnumerable<Finding> Values(Node schema, bool named)
    {
        foreach (var keyword in new[] { "enum", "x-extensible-enum" })
        {
            if (schema[keyword] is not { } values)
                continue;
            if (!named && !IsConstant(schema))
                yield return Finding.At(values, "CONTRACT206", $"{keyword} must be a named component");
            if (!schema.Says("type", "string") || values.Items.Count == 0 || values.Items.DistinctBy(item => item.Text).Count() != values.Items.Count)
                yield return Finding.At(values, "CONTRACT207", $"{keyword} must list different values of type string");
        }
        if (schema["enum"] is { } closed && !IsConstant(schema) && schema["x-closed-because"] is null)
            yield return Finding.At(closed, "CONTRACT208", "a closed enum can never grow; use x-extensible-enum, or say x-closed-because");
        if (schema.Says("type", "number") && !schema.Says("x-usd", "true"))
            yield return Finding.At(schema, "CONTRACT209", "a number is money: say x-usd: true, or use an integer");
    }

    /// <summary>Whether this is an enum of one value, which is a constant and not a list that could grow.</summary>
    private static bool IsConstant(Node schema) => schema["enum"]?.Items.Count == 1;

    private static IEnumerable<Finding> Properties(Node schema)
    {
        foreach (var property in schema["properties"]?.Members ?? [])
        {
            if (!OperationRules.SnakeCase().IsMatch(property.Name))
                yield return Finding.At(property.Key, "CONTRACT210", $"property '{property.Name}' must be snake_case");
            if (property.Value["description"] is null && property.Value["$ref"] is null)
                yield return Finding.At(property.Key, "CONTRACT211", $"property '{property.Name}' has no description");
        }
        foreach (var required in schema["required"]?.Items ?? [])
        {
            if (schema["properties"]?[required.Text] is null)
                yield return Finding.At(required, "CONTRACT212", $"required '{required.Text}' is not a property");
        }
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex PascalCase();
}
