using System.Globalization;
using System.Net;
using System.Text;
using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Cryptocardium.Host.Http.Wire;

// Writes the last response, headers included, of a connection whose bytes are not HTTP.
internal sealed class WireAnswer(IdSource ids, IRateLimiter limiter, TimeProvider clock, PublicUrl url, EndPoint? remote)
{
    /// <param name="status">The status of the web server.</param>
    /// <param name="allowed">The allowed methods; empty for a refusal that has none.</param>
    /// <param name="hasBody">False for the response to a HEAD.</param>
    /// <param name="cancellationToken">Cancels the wait for the rate limit.</param>
    public async ValueTask<byte[]> Of(int status, string allowed, bool hasBody, CancellationToken cancellationToken)
    {
        var error = ServerErrors.Of(status);
        var requestId = ids.NewText(Call.IdPrefix);
        var verdict = await limiter.Acquire(LimitKey.Of((remote as IPEndPoint)?.Address), isInFlight: false, cancellationToken);
        var body = ErrorJson.Of(error, requestId, url.Origin, isLogged: false);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            HTTP/1.1 {error.Kind.Status} {ReasonPhrases.GetReasonPhrase(error.Kind.Status)}
            {(allowed.Length == 0 ? "" : $"Allow: {allowed}\n")}Content-Type: {Answer.Json}
            Content-Length: {body.Length}
            Connection: close
            Date: {clock.GetUtcNow():R}
            Cache-Control: {Answer.NoStore}
            {Envelope.IdHeader}: {requestId}
            X-RateLimit-Limit: {verdict.Limit}
            X-RateLimit-Remaining: {verdict.Remaining}
            X-RateLimit-Reset: {verdict.ResetUnixSeconds}


            """);
        return [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. hasBody ? body : []];
    }
}
