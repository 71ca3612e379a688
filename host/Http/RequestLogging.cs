using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Adds a request to the request log before the first byte of its response leaves, so that a client with the response finds the request.
// Anonymous requests are not logged, since they belong to no account.
internal static class RequestLogging
{
    public static void Record(HttpContext context, Reply reply)
    {
        var services = context.RequestServices;
        var call = services.GetRequiredService<Call>();
        var caller = call.SignedIn ?? call.Caller;
        if (caller.Account == default || call.IsLogged)
        {
            return;
        }

        call.IsLogged = true;

        var latency = services.GetRequiredService<TimeProvider>().GetUtcNow() - call.ReceivedAt;
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>()?.Name;
        services.GetRequiredService<IRequestLog>().Add(new AnsweredRequest(
            call.RequestId, caller, call.ReceivedAt, Math.Max(0, (long)latency.TotalMilliseconds), MethodText.Logged(context.Request),
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
