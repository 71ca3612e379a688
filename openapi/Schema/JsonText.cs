using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>Finds characters in strings that the JSON reader accepts and that must not be stored.</summary>
internal static class JsonText
{
    /// <summary>NulCharacter for U+0000, Malformed for a lone surrogate, null for a valid string or name.</summary>
    public static ViolationKind? Flaw(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return null;
        }

        var raw = reader.ValueSpan;
        var isHighBefore = false;
        var hasNul = false;
        for (var i = 0; i < raw.Length;)
        {
            var isUnit = raw[i] == '\\' && raw[i + 1] == 'u';
            var unit = isUnit ? Unit(raw.Slice(i + 2, 4)) : (char)1;
            i += isUnit ? 6 : raw[i] == '\\' ? 2 : 1;
            if (char.IsLowSurrogate(unit) != isHighBefore)
            {
                return ViolationKind.Malformed;
            }

            isHighBefore = char.IsHighSurrogate(unit);
            hasNul |= unit == '\0';
        }

        return isHighBefore ? ViolationKind.Malformed : hasNul ? ViolationKind.NulCharacter : null;
    }

    /// <summary>The text of the value, unescaped into the buffer or, if it is too small, into a rented one.</summary>
    public static ReadOnlySpan<char> Copy(in Utf8JsonReader reader, Span<char> buffer, ref char[]? rented)
    {
        if (reader.ValueSpan.Length > buffer.Length)
        {
            buffer = rented = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        }

        return buffer[..reader.CopyString(buffer)];
    }

    private static char Unit(ReadOnlySpan<byte> hex) =>
        (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
