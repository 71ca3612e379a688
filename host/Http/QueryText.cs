using System.Text.Unicode;

namespace Cryptocardium.Host.Http;

// Checks the encoded query string.
internal static class QueryText
{
    /// <summary>Whether its percent-encoded bytes are UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<char> query)
    {
        if (!query.Contains('%'))
        {
            return true;
        }

        var bytes = new byte[query.Length];
        var length = 0;
        for (var i = 0; i < query.Length; i++)
        {
            var isEncoded = query[i] == '%' && i + 2 < query.Length && char.IsAsciiHexDigit(query[i + 1]) && char.IsAsciiHexDigit(query[i + 2]);
            bytes[length++] = isEncoded ? Convert.FromHexString(query.Slice(i + 1, 2))[0] : (byte)(query[i] & 0x7F);
            i += isEncoded ? 2 : 0;
        }

        return Utf8.IsValid(bytes.AsSpan(0, length));
    }
}
