using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Where a request ends must be beyond doubt: what a proxy before us reads differently could hide another request. A length beside chunks, a
// coding besides chunks, and chunks in HTTP/1.0 are refused, though the server would make something of them.
internal static class Framing
{
    private const string Chunked = "chunked";

    // What the server calls the length that it does not use.
    private const string UnusedLength = "X-Content-Length";

    /// <returns>Null when there is no doubt. Otherwise nothing more is read from the connection.</returns>
    public static Error? Check(HttpContext context)
    {
        var request = context.Request;
        var codings = request.Headers.TransferEncoding;
        if (codings.Count == 0
            || (codings is [var only] && Chunked.Equals(only, StringComparison.OrdinalIgnoreCase)
                && HttpProtocol.IsHttp11(request.Protocol) && !request.Headers.ContainsKey(UnusedLength)))
        {
            return null;
        }

        context.Response.Headers.Connection = "close";
        return Errors.MalformedRequest;
    }
}
