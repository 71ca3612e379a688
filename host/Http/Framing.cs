using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Http.Features;

namespace Cryptocardium.Host.Http;

// Bounds bodies in chunks, and refuses requests whose end is ambiguous, since a proxy that reads it differently could hide another request (request smuggling):
// Content-Length with chunks, a coding other than chunked, and chunks in HTTP/1.0. The web server would accept all three.
internal static class Framing
{
    private const string Chunked = "chunked";

    // Chunks of the usual sizes add less than a hundredth.
    private const int OverheadShare = 8;

    // The header to which the web server moves a Content-Length that it ignores.
    private const string UnusedLength = "X-Content-Length";

    /// <returns>The refusal, after which the connection is closed; null if the end is unambiguous.</returns>
    public static Error? Check(HttpContext context)
    {
        var request = context.Request;
        var codings = request.Headers.TransferEncoding;
        if (codings.Count == 0)
        {
            return null;
        }

        Limit(context, BufferedBody.BodyBytesMax);
        if (codings is [var only] && Chunked.Equals(only, StringComparison.OrdinalIgnoreCase)
            && HttpProtocol.IsHttp11(request.Protocol) && !request.Headers.ContainsKey(UnusedLength))
        {
            return null;
        }

        context.Response.Headers.Connection = "close";
        return Errors.MalformedRequest;
    }

    /// <summary>
    /// Limits all bytes of a body in chunks, with the sizes and extensions of its chunks: an extension has no limit of its own, and could be
    /// most of a body. A body with a length is counted by its reader alone.
    /// </summary>
    public static void Limit(HttpContext context, long bodyBytesMax)
    {
        if (context.Request.Headers.TransferEncoding.Count > 0 && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = bodyBytesMax + bodyBytesMax / OverheadShare;
        }
    }
}
