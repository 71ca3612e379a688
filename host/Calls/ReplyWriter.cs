using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Calls;

// Serializes the outcome of an operation. It is the only place that does, so that a stored reply and a new one are the same bytes.
internal static class ReplyWriter
{
    public static Reply From<TOutcome>(OperationInfo operation, TOutcome outcome, string requestId)
        where TOutcome : IOutcome =>
        outcome.Error is { } error ? From(error, requestId) : new(operation.SuccessStatus, Json(outcome.Body));

    public static Reply From(Error error, string requestId) =>
        new(error.Kind.Status, ErrorJson.Of(error, requestId), RetryAfterSeconds: error.RetryAfterSeconds, Limit: error.Limit);

    private static byte[] Json(object? body) =>
        body is null or NoContent ? [] : JsonSerializer.SerializeToUtf8Bytes(body, V1Json.Default.GetTypeInfo(body.GetType())!);
}
