using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Refuses requests whose end is ambiguous, since a proxy that reads it differently could hide another request (request smuggling):
// Content-Length with chunks, a coding other than chunked, and chunks in HTTP/1.0. The web server would accept all three.
internal static class Framing
{
    private const string Chunked = "chunked";

    // The header to which the web server moves a Content-Length that it ignores.
    private const string UnusedLength = "X-Content-Length";

    /// <returns>The refusal, after which the connection is closed; null if the end is unambiguous.</returns>
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
