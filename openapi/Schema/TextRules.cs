using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>Checks the keywords of strings, for bodies and parameters.</summary>
internal static class TextRules
{
    private const int InstantLengthMin = 20;
    private const int InstantLengthMax = 42; // 16 digits of a fraction, which is what the JSON reader takes
    private const int SecondsAt = 16;
    private const int FractionAt = 19;

    private static readonly SearchValues<char> InstantCharacters = SearchValues.Create("0123456789-T:.+Z");

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
            return Unmatched(schema, text);
        }

        return IsOfFormat(schema.Format, text) ? null : new(ViolationKind.Format, "format", Expected: schema.Format);
    }

    private static Finding Unmatched(SchemaNode schema, ReadOnlySpan<char> text) =>
        schema.KnownValues.Length > 0 ? new(ViolationKind.NotInEnum, "pattern", Expected: string.Join(", ", schema.KnownValues))
        : HasControl(text) ? new(ViolationKind.Characters, "pattern")
        : new(ViolationKind.Pattern, "pattern", Expected: schema.Source.TryGetProperty("example", out var example) ? example.ToString() : null);

    private static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    // RFC 3339: seconds, an optional fraction, and Z or an offset. The JSON reader judges the fields, as it does when a body is bound.
    private static bool IsInstant(ReadOnlySpan<char> text)
    {
        if (text.Length is < InstantLengthMin or > InstantLengthMax || text.ContainsAnyExcept(InstantCharacters)
            || text[SecondsAt] != ':' || (text[FractionAt] == '.' && !char.IsAsciiDigit(text[FractionAt + 1]))
            || !(text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':')))
        {
            return false;
        }

        Span<byte> json = stackalloc byte[InstantLengthMax + 2];
        json = json[..(text.Length + 2)];
        json[0] = json[^1] = (byte)'"';
        Encoding.ASCII.GetBytes(text, json[1..^1]);
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TryGetDateTimeOffset(out _);
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
        "date-time" => IsInstant(text),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };
}
