using System.Text;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>Checks path, query and header values, which are text, against the schema of their parameter.</summary>
public static class ParameterCheck
{
    // No valid number is longer; a longer text is refused before it is parsed.
    private const int NumberLengthMax = 64;
    private const string Query = "query";

    /// <summary>The violations of the values of a parameter; none for an optional parameter without a value.</summary>
    /// <param name="parameter">The parameter; its name is the path of the violations.</param>
    /// <param name="values">The decoded values in the order of the request; more than one is valid for an array only.</param>
    public static IReadOnlyList<Violation> Check(ContractParameter parameter, params ReadOnlySpan<string?> values)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var schema = parameter.Schema;
        if (values.IsEmpty || values[0] is null)
        {
            return parameter.Required ? [new Violation(ViolationKind.Missing, parameter.Name, "required")] : [];
        }

        if (schema.Type != SchemaType.Array)
        {
            var finding = values.Length > 1 ? new Finding(ViolationKind.Duplicate, "type") : Known(parameter, values[0]) ?? One(schema, values[0]);
            return finding is { } refused ? [Explained(refused, parameter).At(parameter.Name)] : [];
        }

        List<Violation>? found = null;
        Add(ref found, parameter.Name, Counted(schema, values.Length));
        for (var i = 0; i < values.Length && i < (schema.MaxItems ?? int.MaxValue); i++)
        {
            Add(ref found, $"{parameter.Name}[{i}]", One(schema.Items ?? SchemaNode.Anything, values[i]));
        }

        return found ?? (IReadOnlyList<Violation>)[];
    }

    private static void Add(ref List<Violation>? found, string path, Finding? finding)
    {
        if (finding is { } refused)
        {
            (found ??= []).Add(refused.At(path));
        }
    }

    private static Finding? Counted(SchemaNode schema, int count) =>
        count < schema.MinItems ? new Finding(ViolationKind.Items, "minItems", schema.MinItems)
        : count > schema.MaxItems ? new Finding(ViolationKind.Items, "maxItems", schema.MaxItems)
        : null;

    // A filter accepts the known values only, so that a misspelt one does not look like an empty list.
    private static Finding? Known(ContractParameter parameter, string? value) =>
        parameter.In != Query || parameter.Schema.KnownValues.Length == 0 || parameter.Schema.KnownValues.Contains(value)
            ? null
            : new Finding(ViolationKind.NotInEnum, "x-extensible-enum", Expected: string.Join(", ", parameter.Schema.KnownValues));

    private static Finding Explained(Finding finding, ContractParameter parameter) =>
        finding is { Kind: ViolationKind.Pattern, Expected: null } && parameter.Source.TryGetProperty("example", out var example)
            ? finding with { Expected = example.ToString() }
            : finding;

    private static Finding? One(SchemaNode schema, ReadOnlySpan<char> value)
    {
        if (value.Contains('\0'))
        {
            return new Finding(ViolationKind.Characters, "json");
        }

        foreach (var each in schema.AllOf)
        {
            if (One(each, value) is { } refused)
            {
                return refused;
            }
        }

        return schema.Type switch
        {
            SchemaType.Integer or SchemaType.Number => Number(schema, value),
            SchemaType.Boolean => value is "true" or "false" ? null : NumberRules.WrongType(schema),
            _ => TextRules.Check(schema, value),
        };
    }

    private static Finding? Number(SchemaNode schema, ReadOnlySpan<char> value)
    {
        if (value.Length > NumberLengthMax)
        {
            return new Finding(ViolationKind.NumberForm, "type");
        }

        Span<byte> utf8 = stackalloc byte[NumberLengthMax * 3];
        utf8 = utf8[..Encoding.UTF8.GetBytes(value, utf8)];
        return IsJsonNumber(utf8) ? NumberRules.Check(schema, utf8) : NumberRules.WrongType(schema);
    }

    private static bool IsJsonNumber(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length == utf8.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
