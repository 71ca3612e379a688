using System.Buffers.Text;
using System.Text;

namespace Cryptocardium.Host.Http.Wire;

// Recognizes a response that the web server wrote by itself.
internal static class BodilessRefusal
{
    private const int StatusDigits = 3;

    private static ReadOnlySpan<byte> AllowName => "\r\nAllow: "u8;

    /// <summary>The methods that the response allows; empty if it does not say.</summary>
    public static string AllowedIn(ReadOnlySpan<byte> written)
    {
        var from = written.IndexOf(AllowName);
        var value = from < 0 ? default : written[(from + AllowName.Length)..];
        return Encoding.ASCII.GetString(value[..Math.Max(0, value.IndexOf((byte)'\r'))]);
    }

    /// <returns>The status; null for any other bytes.</returns>
    public static int? StatusOf(ReadOnlySpan<byte> written)
    {
        if (!written.StartsWith("HTTP/1.1 4"u8) && !written.StartsWith("HTTP/1.1 5"u8))
        {
            return null;
        }

        var isBodiless = written.EndsWith("\r\n\r\n"u8)
            && written.IndexOf("\r\nContent-Length: 0\r\n"u8) >= 0
            && written.IndexOf("\r\nRequest-Id: "u8) < 0;
        return isBodiless && Utf8Parser.TryParse(written.Slice("HTTP/1.1 "u8.Length, StatusDigits), out int status, out _) ? status : null;
    }
}
