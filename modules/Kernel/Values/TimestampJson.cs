using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>
/// Time on the wire: written in UTC with whole seconds, <c>2026-05-19T07:30:00Z</c>; read with any offset and fraction that RFC 3339 allows.
/// </summary>
public sealed class TimestampJson : JsonConverter<DateTimeOffset>
{
    /// <summary>The one format of a timestamp in answers.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const int Length = 20;

    /// <summary>Parses a timestamp as the API writes it.</summary>
    /// <returns>Whether the text is a timestamp.</returns>
    public static bool TryParse(string? text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Length];
        var time = value.UtcDateTime;

        // The format "s" has a path of its own in the framework; a custom format is interpreted for each value.
        time.TryFormat(text, out _, "s", CultureInfo.InvariantCulture);
        text[^1] = (byte)'Z';
        writer.WriteStringValue(text);
    }
}
