using Cryptocardium.Host.Calls;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Replies;

namespace Cryptocardium.Host.Pipeline;

internal static class Replay
{
    // Replays the bytes for the same request; a different request under the same key is refused.
    public static TResponse Answer<TResponse>(Call call, IdempotencyClaim claim, StoredReply found)
        where TResponse : IOutcome<TResponse>
    {
        if (!found.Fingerprint.AsSpan().SequenceEqual(claim.Fingerprint))
        {
            return TResponse.Refuse(new Error(Errors.ConflictIdempotencyKey) { Param = IdempotencyClaims.Header });
        }

        call.Reply = found.Reply;
        return default!;
    }
}
