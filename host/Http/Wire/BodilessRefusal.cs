using System.Buffers.Text;

namespace Cryptocardium.Host.Http.Wire;

// Recognises the head of an answer that the server made by itself.
internal static class BodilessRefusal
{
    private const int StatusDigits = 3;

    /// <returns>Its status, or null when the bytes are anything else.</returns>
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
