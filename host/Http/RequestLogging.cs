using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Tells the request log of an answer, before its first byte leaves: whoever has the answer finds the request. What nobody could be
// asked for, an anonymous caller's, is not logged.
internal static class RequestLogging
{
    public static void Note(HttpContext context, Reply reply)
    {
        var services = context.RequestServices;
        var call = services.GetRequiredService<Call>();
        var (account, credential) = call.SignedIn ?? (call.Caller.Account, call.Caller.CredentialId);
        if (account == default || call.IsLogged)
        {
            return;
        }

        call.IsLogged = true;

        var latency = services.GetRequiredService<TimeProvider>().GetUtcNow() - call.ReceivedAt;
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>()?.Id;
        services.GetRequiredService<IRequestLog>().Add(new AnsweredRequest(
            call.RequestId, account, credential, call.ReceivedAt, Math.Max(0, (long)latency.TotalMilliseconds), MethodText.Of(context.Request),
            PathText.Of(context.Request.Path), operation, reply.Status)
        {
            ErrorCode = reply.Status < StatusCodes.Status400BadRequest ? null : CodeOf(reply.Body.Span),
            Replayed = reply.Replayed,
            KeyHash = call.Idempotency?.KeyHash,
            Effects = call.Effects,
        });
    }

    private static string? CodeOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }
}
