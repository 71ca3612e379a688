using Cryptocardium.Host.Calls;
using Cryptocardium.Kernel;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// The media types and encodings that a request may use and ask for.
internal static class ContentRules
{
    private const string Anything = "*/*";
    private const string MergePatch = "application/merge-patch+json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Checks everything that can be refused before the body is read. A GET has no body, so what describes one is ignored.</summary>
    public static Error? CheckHead(HttpRequest request, OperationRules operation) =>
        operation.IsRead ? null
        : request.Headers.ContentEncoding.Count > 0 ? new Error(Errors.UnsupportedContentEncoding) { Param = HeaderNames.ContentEncoding }
        : operation.FileField is null && request.ContentLength > BufferedBody.BodyBytesMax ? new Error(Errors.PayloadTooLarge)
        : null;

    /// <summary>Checks that the body may be read as JSON.</summary>
    public static Error? CheckType(string? contentType, ReadOnlySpan<byte> body, bool isPatch, bool isAnonymous)
    {
        if (body.IsEmpty || contentType == Call.Json)
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return Refused();
        }

        // curl -d sends JSON as a form in the quickstart of the product documentation.
        var isJson = type.MediaType.Equals(Call.Json, StringComparison.OrdinalIgnoreCase)
            || (isPatch && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase))
            || (!isAnonymous && body[0] == '{' && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase));
        return isJson && IsUtf8(type) ? null : Refused();
    }

    /// <summary>Selects the offered media type that the caller prefers, the first of equals.</summary>
    /// <returns>Null if the caller accepts none of them.</returns>
    public static string? Choose(HttpRequest request, IReadOnlyList<string> offered)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is Anything or Call.Json or ""))
        {
            return offered[0];
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        var (best, quality) = offered.Select(name => (Name: name, Quality: QualityOf(name, ranges))).MaxBy(type => type.Quality);
        return quality > 0 ? best : null;
    }

    // The most specific range decides: "application/json;q=0, */*" does not accept JSON.
    private static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> ranges)
    {
        foreach (var name in new[] { mediaType, $"{mediaType.Split('/')[0]}/*", Anything })
        {
            if (ranges.FirstOrDefault(range => range.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } range)
            {
                return range.Quality ?? 1;
            }
        }

        return 0;
    }

    private static Error Refused() => new(Errors.UnsupportedMediaType) { Param = HeaderNames.ContentType };

    // Many clients leave out the hyphen.
    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf8", StringComparison.OrdinalIgnoreCase);
}
