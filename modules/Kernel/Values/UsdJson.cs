using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>Money on the wire: a JSON number with two decimal places. No other code handles money as a decimal.</summary>
public sealed class UsdJson : JsonConverter<Usd>
{
    private const int LongestAmount = 24;

    /// <inheritdoc/>
    public override Usd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Usd.FromDecimal(reader.GetDecimal());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Usd value, JsonSerializerOptions options)
    {
        if (!value.IsWholeCents)
        {
            throw new JsonException("An amount that is not whole cents must not reach the wire.");
        }

        Span<byte> text = stackalloc byte[LongestAmount];
        var cents = value.Micros / Usd.MicrosPerCent;
        var length = 0;
        if (cents < 0)
        {
            text[length++] = (byte)'-';
            cents = -cents;
        }

        Utf8Formatter.TryFormat(cents / 100, text[length..], out var written);
        length += written;
        text[length++] = (byte)'.';
        text[length++] = (byte)('0' + cents % 100 / 10);
        text[length++] = (byte)('0' + cents % 10);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
