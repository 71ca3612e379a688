using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Replies;

/// <summary>Tells what is kept for an Idempotency-Key, without the answer itself.</summary>
public static class ReplyLookup
{
    private static readonly Statement Select = new(
        "SELECT status, expires_at FROM kernel_reply WHERE key_hash = @key_hash AND expires_at > @now", "key_hash", "now");

    /// <returns>The status that a repetition is answered with, and until when; null when nothing is kept.</returns>
    public static async ValueTask<(int Status, DateTimeOffset ExpiresAt)?> Find(UnitOfWork unit, byte[] keyHash)
    {
        var found = await unit.Query(
            Select, static row => (row.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), keyHash, unit.Now);
        return found.Count == 0 ? null : found[0];
    }
}
