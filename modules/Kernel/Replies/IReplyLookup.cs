using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Replies;

/// <summary>Finds whether a reply is stored for an Idempotency-Key, without its body.</summary>
public interface IReplyLookup
{
    /// <returns>The status of the replay and its expiry; null without a stored reply.</returns>
    ValueTask<(int Status, DateTimeOffset ExpiresAt)?> Find(UnitOfWork unit, byte[] keyHash);
}
