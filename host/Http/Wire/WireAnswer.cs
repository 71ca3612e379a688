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
    public async ValueTask<byte[]> Of(int status, CancellationToken cancellationToken)
    {
        var error = ServerErrors.Of(status);
        var requestId = ids.NewText(Call.IdPrefix);
        var verdict = await limiter.Acquire(LimitKey.Of((remote as IPEndPoint)?.Address), cancellationToken);
        var body = ErrorJson.Of(error, requestId, url.Origin, isLogged: false);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            HTTP/1.1 {error.Kind.Status} {ReasonPhrases.GetReasonPhrase(error.Kind.Status)}
            Content-Type: {Answer.Json}
            Content-Length: {body.Length}
            Connection: close
            Date: {clock.GetUtcNow():R}
            Cache-Control: {Answer.NoStore}
            {Envelope.IdHeader}: {requestId}
            X-RateLimit-Limit: {verdict.Limit}
            X-RateLimit-Remaining: {verdict.Remaining}
            X-RateLimit-Reset: {verdict.ResetUnixSeconds}


            """);
        return [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. body];
    }
}
