using System.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Product documentation, "Requests". The server's own limit is higher, so that what exceeds these is still answered in full.
internal static class HeaderLimits
{
    private const int TotalBytesMax = 8_192;
    private const int ValueBytesMax = 4_096;
    private const int SeparatorBytes = 4; // ": " and the line's end

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
