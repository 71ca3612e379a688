using System.Globalization;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Writes the headers of the rate limit: the limit per minute, or the limit that the caller exceeded.
internal static class RateHeaders
{
    public static void Write(IHeaderDictionary headers, LimitVerdict verdict) =>
        Write(headers, verdict.Limit, verdict.Remaining, verdict.ResetUnixSeconds);

    /// <summary>Writes the limit of an operation that has its own limit and was called too often.</summary>
    public static void WriteExceeded(HttpContext context, Reply reply)
    {
        if (reply is { Limit: { } limit, RetryAfterSeconds: { } seconds })
        {
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            Write(context.Response.Headers, limit, 0, now.AddSeconds(seconds).ToUnixTimeSeconds());
        }
    }

    private static void Write(IHeaderDictionary headers, int limit, int remaining, long resetUnixSeconds)
    {
        headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = resetUnixSeconds.ToString(CultureInfo.InvariantCulture);
    }
}
