using System.Globalization;

namespace Cryptocardium.Schema;

/// <summary>Checks the keywords of strings, for bodies and parameters.</summary>
internal static class TextRules
{
    private static readonly string[] DateTimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The first keyword that refuses the text, or null.</summary>
    public static Finding? Check(SchemaNode schema, ReadOnlySpan<char> text)
    {
        if (schema.Enum.Count > 0 && !IsListed(schema.EnumTexts, text))
        {
            return new(ViolationKind.NotInEnum, "enum", Expected: string.Join(", ", schema.Enum));
        }

        if (schema.MinLength is { } shortest && CodePoints(text) < shortest)
        {
            return new(ViolationKind.Length, "minLength", shortest);
        }

        if (schema.MaxLength is { } longest && CodePoints(text) > longest)
        {
            return new(ViolationKind.Length, "maxLength", longest);
        }

        if (schema.Regex is { } pattern && !pattern.IsMatch(text))
        {
            // The pattern of an open enum lists the values that this version knows.
            var isEnum = schema.Source.TryGetProperty("x-extensible-enum", out _);
            return new(isEnum ? ViolationKind.NotInEnum : ViolationKind.Pattern, "pattern", Expected: schema.Pattern);
        }

        return IsOfFormat(schema.Format, text) ? null : new(ViolationKind.Format, "format", Expected: schema.Format);
    }

    private static bool IsListed(string[] texts, ReadOnlySpan<char> text)
    {
        foreach (var listed in texts)
        {
            if (text.SequenceEqual(listed))
            {
                return true;
            }
        }

        return false;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var points = text.Length;
        foreach (var c in text)
        {
            points -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return points;
    }

    // Binding reads these two formats as dates and must not fail after the check.
    private static bool IsOfFormat(string? format, ReadOnlySpan<char> text) => format switch
    {
        "date-time" => (text.EndsWith("Z") || (text.Length > 6 && text[^6] is '+' or '-'))
            && DateTimeOffset.TryParseExact(text, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };
}
