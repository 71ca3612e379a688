using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Pipeline;

internal static class Replay
{
    // The same request gets the same bytes again; another request under the same key is refused.
    public static TResponse Answer<TResponse>(Call call, IdempotencyClaim claim, (byte[] Fingerprint, Reply Reply) found)
        where TResponse : IOutcome<TResponse>
    {
        if (!found.Fingerprint.AsSpan().SequenceEqual(claim.Fingerprint))
        {
            return TResponse.Refuse(new Error(Errors.ConflictIdempotencyKey) { Param = "Idempotency-Key" });
        }

        call.Reply = found.Reply;
        return default!;
    }
}
