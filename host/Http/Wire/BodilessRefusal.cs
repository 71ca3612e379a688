using System.Buffers.Text;

namespace Cryptocardium.Host.Http.Wire;

// Recognizes a response that the web server wrote by itself.
internal static class BodilessRefusal
{
    private const int StatusDigits = 3;

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
