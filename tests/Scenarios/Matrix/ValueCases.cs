using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>Values that break one keyword of a schema, as JSON, with the code that must answer.</summary>
internal static class ValueCases
{
    public static IEnumerable<(string Condition, string Json, string? Code)> Of(SchemaNode schema) => schema.Type switch
    {
        SchemaType.String => Texts(schema),
        SchemaType.Integer or SchemaType.Number => Numbers(schema),
        SchemaType.Array => Arrays(schema),
        SchemaType.Boolean => [("a text", "\"yes\"", "invalid_type")],
        _ => [("a text", "\"x\"", "invalid_type")],
    };

    private static IEnumerable<(string Condition, string Json, string? Code)> Texts(SchemaNode schema)
    {
        var isOpenEnum = schema.Source.TryGetProperty("x-extensible-enum", out _);
        yield return ("a number", "5", "invalid_type");
        yield return ("an object", "{}", "invalid_type");
        yield return ("NUL", "\"a\\u0000\"", "invalid_characters");
        yield return ("a lone surrogate", "\"a\\ud800\"", "invalid_characters");
        if (schema.Enum.Count > 0)
        {
            yield return ("an unknown value", "\"unknown\"", "invalid_value");
            yield break;
        }

        if (schema.MinLength is > 0 and { } least)
        {
            yield return ("too short", Quoted('a', least - 1), "value_too_short");
        }

        if (schema.MaxLength is { } most)
        {
            yield return ("too long", Quoted('a', most + 1), "value_too_long");
        }

        if (schema.Pattern is not null)
        {
            yield return ("a control character", $"\"{new string('a', Math.Max(0, (schema.MinLength ?? 1) - 1))}\\u0007\"", isOpenEnum ? null : "invalid_characters");
            yield return ("another form", Quoted('!', Math.Max(1, schema.MinLength ?? 1)), null);
        }

        if (schema.Format == "date-time")
        {
            yield return ("no time", "\"2026-05-01\"", "invalid_format");
            yield return ("a fraction and an offset", "\"2030-05-01T02:00:00.123456789+02:00\"", null);
        }
    }

    private static IEnumerable<(string Condition, string Json, string? Code)> Numbers(SchemaNode schema)
    {
        var step = schema.IsUsd ? 0.01m : 1m;
        yield return ("a text", "\"5\"", "invalid_type");
        yield return ("an exponent", "1e1", schema.IsUsd ? "invalid_number" : "invalid_type");
        yield return ("very large", new string('9', 60), schema.IsUsd ? "amount_out_of_bounds" : "invalid_number");
        if (schema.IsUsd)
        {
            yield return ("three decimals", "25.001", "amount_precision");
        }

        if (schema.Minimum is { } least)
        {
            yield return ("below the minimum", Text(least - step), schema.IsUsd ? "amount_too_small" : "out_of_range");
        }

        if (schema.Maximum is { } most)
        {
            yield return ("above the maximum", Text(most + step), schema.IsUsd ? "amount_out_of_bounds" : "out_of_range");
        }
    }

    private static IEnumerable<(string Condition, string Json, string? Code)> Arrays(SchemaNode schema)
    {
        yield return ("a text", "\"x\"", "invalid_type");
        yield return ("no items", "[]", schema.MinItems > 0 ? "value_too_short" : null);
        if (schema.Items is { Type: SchemaType.String, MinLength: > 0, Enum.Count: 0 })
        {
            yield return ("an empty item", "[\"\"]", "value_too_short");
        }

        var items = Items(schema.Items?.Pattern).ToList();
        if (schema.MaxItems is { } most)
        {
            var isDistinct = items.Count > most;
            var many = isDistinct ? items.Take(most + 1) : Enumerable.Repeat("a", most + 1);
            yield return ("too many items", JsonSerializer.Serialize(many), isDistinct ? "value_too_long" : null);
        }

        if (schema.UniqueItems && items.Count > 0)
        {
            yield return ("an item twice", JsonSerializer.Serialize(Enumerable.Repeat(items[0], 2)), "invalid_value");
        }
    }

    // Different items that the pattern accepts: countries, or merchant categories.
    private static IEnumerable<string> Items(string? pattern)
    {
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToList();
        IEnumerable<string> countries = letters.SelectMany(first => letters.Select(second => $"{first}{second}"));
        IEnumerable<string> categories = Enumerable.Range(1, 999).Select(number => number.ToString("D4", CultureInfo.InvariantCulture));
        return pattern is null ? [] : countries.Concat(categories).Where(item => Regex.IsMatch(item, pattern));
    }

    private static string Quoted(char c, int count) => $"\"{new string(c, count)}\"";

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
