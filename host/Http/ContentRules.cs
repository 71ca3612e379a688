using Cryptocardium.Host.Calls;
using Cryptocardium.Kernel;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// In which form a body may come, and an answer be asked for.
internal static class ContentRules
{
    public const string Json = "application/json";

    private const string Anything = "*/*";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>What can be refused before the body is read.</summary>
    public static ErrorKind? CheckHead(HttpRequest request, OperationRules operation) =>
        request.Headers.ContentEncoding.Count > 0 ? Errors.UnsupportedContentEncoding
        : operation.FileField is null && request.ContentLength > BufferedBody.BodyBytesMax ? Errors.PayloadTooLarge
        : null;

    /// <summary>Whether the body may be read as JSON.</summary>
    public static ErrorKind? CheckType(string? contentType, ReadOnlySpan<byte> body, bool isAnonymous)
    {
        if (body.IsEmpty || contentType == Json)
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return Errors.UnsupportedMediaType;
        }

        // What curl -d calls a form, after the quickstart of the product documentation.
        var isJson = type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || (!isAnonymous && body[0] == '{' && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase));
        return isJson && IsUtf8(type) ? null : Errors.UnsupportedMediaType;
    }

    /// <summary>Which of the media types that an operation answers in the caller likes best; the first of equals.</summary>
    /// <returns>Null when it takes none of them.</returns>
    public static string? Choose(HttpRequest request, IReadOnlyList<string> offered)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is Anything or Json or ""))
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

    // The most specific range decides: "application/json;q=0, */*" does not take JSON.
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

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
