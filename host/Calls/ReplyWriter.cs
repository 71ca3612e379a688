using System.Text.Json;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Calls;

// Serializes the outcome of an operation. It is the only place that does, so that a stored reply and a new one are the same bytes.
internal sealed class ReplyWriter(PublicUrl url)
{
    public Reply From<TOutcome>(OperationInfo operation, TOutcome outcome, Call call)
        where TOutcome : IOutcome =>
        outcome.Error is { } error ? From(error, call) : new(operation.SuccessStatus, Json(outcome.Body));

    public Reply From(Error error, Call call) => new(
        error.Kind.Status,
        ErrorJson.Of(error, call.RequestId, url.Origin, isLogged: call.Caller.Class != CredentialClass.None),
        RetryAfterSeconds: error.RetryAfterSeconds, Limit: error.Limit);

    private static byte[] Json(object? body) =>
        body is null or NoContent ? [] : JsonSerializer.SerializeToUtf8Bytes(body, V1Json.Wire.GetTypeInfo(body.GetType())!);
}
