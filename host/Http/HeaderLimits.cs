using System.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Limits of headers (product documentation, "Requests"). The web server's own limit is higher, so that the edge can answer an excess.
internal static class HeaderLimits
{
    private const int TotalBytesMax = 8_192;
    private const int ValueBytesMax = 4_096;
    private const int SeparatorBytes = 4; // ": " and CRLF

    public static Error? Check(IHeaderDictionary headers)
    {
        var total = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                var bytes = Encoding.UTF8.GetByteCount(value ?? "");
                total += name.Length + bytes + SeparatorBytes;
                if (bytes > ValueBytesMax)
                {
                    return new(Errors.HeadersTooLarge) { Param = name };
                }

                if (total > TotalBytesMax)
                {
                    return new(Errors.HeadersTooLarge);
                }
            }
        }

        return null;
    }
}
