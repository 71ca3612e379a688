using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>A flaw of a JSON string that the JSON reader does not report.</summary>
internal enum TextFlaw
{
    /// <summary>No flaw.</summary>
    None,

    /// <summary>U+0000, which PostgreSQL cannot store.</summary>
    Nul,

    /// <summary>Half of a surrogate pair: the string has no text.</summary>
    LoneSurrogate,
}

/// <summary>Finds characters in strings that the JSON reader accepts and that must not be stored.</summary>
internal static class JsonText
{
    /// <summary>The flaw of a string or name; a lone surrogate, which cannot be decoded, comes before U+0000.</summary>
    public static TextFlaw Flaw(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return TextFlaw.None;
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
                return TextFlaw.LoneSurrogate;
            }

            isHighBefore = char.IsHighSurrogate(unit);
            hasNul |= unit == '\0';
        }

        return isHighBefore ? TextFlaw.LoneSurrogate : hasNul ? TextFlaw.Nul : TextFlaw.None;
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
