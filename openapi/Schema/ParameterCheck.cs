using System.Text;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>The check of path, query and header values, which are texts, against the schema of their parameter.</summary>
public static class ParameterCheck
{
    // No number that is computed with is longer; a longer one is refused before it is parsed.
    private const int NumberLengthMax = 64;

    /// <summary>What is wrong with the values a parameter was given; nothing when it is optional and absent.</summary>
    /// <param name="parameter">The parameter. Its name is the violations' path.</param>
    /// <param name="values">The decoded values in the order of the request; more than one only where the schema is an array.</param>
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
            var finding = values.Length > 1 ? new Finding(ViolationKind.Duplicate, "type") : One(schema, values[0]);
            return finding is { } refused ? [refused.At(parameter.Name)] : [];
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

    private static Finding? One(SchemaNode schema, ReadOnlySpan<char> value)
    {
        if (value.Contains('\0'))
        {
            return new Finding(ViolationKind.NulCharacter, "json");
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
