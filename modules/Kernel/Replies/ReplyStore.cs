using System.Buffers.Binary;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Writing;
using Npgsql;

namespace Cryptocardium.Kernel.Replies;

// The stored replies for Idempotency-Keys.
internal sealed class ReplyStore(Sealer sealer)
{
    private static readonly Statement Lock = new("SELECT pg_advisory_xact_lock(@key)", "key");

    private static readonly Statement Select = new(
        "SELECT fingerprint, status, sealed_body FROM kernel_reply WHERE key_hash = @key_hash AND expires_at > @now",
        "key_hash", "now");

    private static readonly Statement Insert = new(
        """
        INSERT INTO kernel_reply (key_hash, fingerprint, status, sealed_body, expires_at)
        VALUES (@key_hash, @fingerprint, @status, @sealed_body, @expires_at)
        ON CONFLICT (key_hash) DO UPDATE SET
            fingerprint = excluded.fingerprint, status = excluded.status,
            sealed_body = excluded.sealed_body, expires_at = excluded.expires_at
        WHERE kernel_reply.expires_at <= @now
        """,
        "key_hash", "fingerprint", "status", "sealed_body", "expires_at", "now");

    private static readonly Statement DeleteExpired = new(
        """
        DELETE FROM kernel_reply WHERE key_hash IN
            (SELECT key_hash FROM kernel_reply WHERE expires_at <= @now ORDER BY expires_at LIMIT 1000)
        """,
        "now");

    // Claims the key until the commit. SQLite has one writer and needs no lock; on PostgreSQL another call under the key waits, up to
    // DatabaseOptions.LockWait.
    /// <returns>The stored reply; null when the key is free.</returns>
    public async ValueTask<(byte[] Fingerprint, Reply Reply)?> Claim(UnitOfWork unit, IdempotencyClaim claim)
    {
        if (unit.Engine == Engine.Postgres)
        {
            unit.Batch.QueryLater(Lock, static _ => 0, BinaryPrimitives.ReadInt64BigEndian(claim.KeyHash));
        }

        try
        {
            return await Find(unit, claim);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new KeyInUseException();
        }
    }

    /// <returns>The stored reply with the fingerprint of its request; null when the key is free.</returns>
    public async ValueTask<(byte[] Fingerprint, Reply Reply)?> Find(UnitOfWork unit, IdempotencyClaim claim)
    {
        var found = await unit.Query(
            Select,
            row => (
                row.GetBytes("fingerprint"),
                new Reply(row.GetInt32("status"), sealer.Open(row.GetBytes("sealed_body"), claim.KeyHash), Replayed: true)),
            claim.KeyHash, unit.Now);
        return found.Count == 0 ? null : found[0];
    }

    // A reply that has not expired is never replaced: a command that finds one has lost a race and runs again.
    public async ValueTask Add(UnitOfWork unit, IdempotencyClaim claim, Reply reply)
    {
        var sealedBody = sealer.Seal(reply.Body.Span, claim.KeyHash);
        var added = await unit.Execute(
            Insert, claim.KeyHash, claim.Fingerprint, reply.Status, sealedBody, unit.Now + IdempotencyClaim.Retention, unit.Now);
        if (added == 0)
        {
            throw new LostRaceException();
        }
    }

    public static ValueTask<int> Purge(UnitOfWork unit) => unit.Execute(DeleteExpired, unit.Now);
}
