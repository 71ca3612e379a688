using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Replies;

/// <summary>Finds whether a reply is stored for an Idempotency-Key, without its body.</summary>
public static class ReplyLookup
{
    private static readonly Statement Select = new(
        "SELECT status, expires_at FROM kernel_reply WHERE key_hash = @key_hash AND expires_at > @now", "key_hash", "now");

    /// <returns>The status of the replay and its expiry; null without a stored reply.</returns>
    public static async ValueTask<(int Status, DateTimeOffset ExpiresAt)?> Find(UnitOfWork unit, byte[] keyHash)
    {
        var found = await unit.Query(
            Select, static row => (row.GetInt32("status"), row.GetInstant("expires_at")), keyHash, unit.Now);
        return found.Count == 0 ? null : found[0];
    }
}
