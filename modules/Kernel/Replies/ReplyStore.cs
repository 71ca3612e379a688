using System.Buffers.Binary;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Npgsql;

namespace Cryptocardium.Kernel.Replies;

// The stored replies for Idempotency-Keys. PostgreSQL finds them by an index, SQLite by RecentReplies and ReplyIndex.
internal sealed class ReplyStore(Sealer sealer, RecentReplies recent) : IReplyLookup
{
    // A shorter resource saves less than the look-up of its event costs.
    private const int SharedBytesMin = 128;

    private const string Columns = "r.key_hash, r.fingerprint, r.status, r.sealed_body, r.event_id, r.event_offset, r.expires_at, e.resource";

    private const string Source = "kernel_reply r LEFT JOIN kernel_event e ON e.account_id = @account_id AND e.id = r.event_id";

    private const string Matches = "r.key_hash = @key_hash AND r.expires_at > @now";

    private static readonly Statement Lock = new("SELECT pg_advisory_xact_lock(@key)", "key");

    // Rows that the batch has not sent yet are found in Sent.
    private static readonly Statement SelectByKey = new(
        $"SELECT {Columns} FROM {Source} WHERE {Matches}", "account_id", "key_hash", "now")
    { PassesMemory = true };

    private static readonly Statement SelectByNumber = new(
        $"SELECT {Columns} FROM {Source} WHERE r.no = @no AND {Matches}", "account_id", "key_hash", "now", "no");

    private static readonly Statement SelectByHash = new(
        $"SELECT {Columns} FROM {Source} WHERE r.no = (SELECT i.no FROM kernel_reply_index i WHERE i.hash = @hash) AND {Matches}",
        "account_id", "key_hash", "now", "hash");

    private static readonly string[] Values =
    [
        "key_hash bytea", "fingerprint bytea", "status bigint", "sealed_body bytea", "event_id text", "event_offset bigint", "expires_at bigint",
    ];

    private static readonly Insertion Insert = new("kernel_reply", Values);

    private static readonly Insertion InsertNumbered = new("kernel_reply", ["no bigint", .. Values]);

    private static readonly LockedTable<StoredReply> Sent = new("kernel_reply");

    private static readonly ExpiredRows Expired = new("kernel_reply", "expires_at");

    /// <summary>
    /// The hash by which SQLite finds a key. Two keys with one hash share an entry: the newer takes it in memory and later in the index. The hash of
    /// a key depends on a secret, so no caller can choose such keys.
    /// </summary>
    public static long Hash(ReadOnlySpan<byte> keyHash) => BinaryPrimitives.ReadInt64BigEndian(keyHash) is not 0 and var hash ? hash : 1;

    // Claims the key until the commit. SQLite has one writer and needs no lock; on PostgreSQL another call under the key waits, up to
    // DatabaseOptions.LockWait.
    /// <returns>The stored reply; null when the key is free.</returns>
    public async ValueTask<StoredReply?> Claim(UnitOfWork unit, IdempotencyClaim claim)
    {
        if (unit.Engine == Engine.Sqlite)
        {
            return await Find(unit, claim);
        }

        unit.Batch.QueryLater(Lock, static _ => 0, BinaryPrimitives.ReadInt64BigEndian(claim.KeyHash));
        try
        {
            return unit.Batch.Locked(Sent)?.Find(Convert.ToHexString(claim.KeyHash)) ?? await Find(unit, claim);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new KeyInUseException();
        }
    }

    /// <returns>The stored reply with the fingerprint of its request; null when the key is free.</returns>
    public ValueTask<StoredReply?> Find(UnitOfWork unit, IdempotencyClaim claim) =>
        First(unit, claim.Account, claim.KeyHash, row => Read(unit, row));

    async ValueTask<(int Status, DateTimeOffset ExpiresAt)?> IReplyLookup.Find(UnitOfWork unit, byte[] keyHash) =>
        await First(unit, default, keyHash, static row => ((int Status, DateTimeOffset ExpiresAt)?)((int)row.GetInt64("status"), row.GetInstant("expires_at")));

    public async ValueTask Add(UnitOfWork unit, IdempotencyClaim claim, Reply reply)
    {
        var shared = reply.Body.Length < SharedBytesMin ? null : unit.RaisedEvents.FindIn(claim.Account, reply.Body.Span, SharedBytesMin);
        var sealedBody = ReplyBody.Seal(sealer, Without(shared, reply.Body.Span), claim.KeyHash);
        var expiresAt = unit.Now + IdempotencyClaim.Retention;
        if (unit.Engine == Engine.Sqlite)
        {
            await unit.Batch.Insert(
                InsertNumbered, recent.Add(Hash(claim.KeyHash)), claim.KeyHash, claim.Fingerprint, (long)reply.Status, sealedBody, shared?.Id,
                shared?.Offset, expiresAt);
            return;
        }

        await unit.Batch.Insert(
            Insert, claim.KeyHash, claim.Fingerprint, (long)reply.Status, sealedBody, shared?.Id, shared?.Offset, expiresAt);
        unit.Batch.Locked(Sent)?.Add(Convert.ToHexString(claim.KeyHash), new StoredReply(claim.Fingerprint, reply with { Replayed = true }));
    }

    /// <summary>Deletes the expired replies of one step.</summary>
    /// <inheritdoc cref="ExpiredRows.Delete"/>
    public static ValueTask<long?> Purge(UnitOfWork unit, long after) => Expired.Delete(unit, after, unit.Now, unit.Now + IdempotencyClaim.Retention);

    private async ValueTask<T?> First<T>(UnitOfWork unit, AccountId account, byte[] keyHash, Func<IRow, T> read)
    {
        var owner = account.Value ?? "";
        if (unit.Engine == Engine.Postgres)
        {
            return await unit.One(SelectByKey, read, owner, keyHash, unit.Now);
        }

        var hash = Hash(keyHash);
        var found = recent.Find(hash) is { } no ? await unit.Query(SelectByNumber, read, owner, keyHash, unit.Now, no) : [];
        return found.Count > 0 ? found[0] : await unit.One(SelectByHash, read, owner, keyHash, unit.Now, hash);
    }

    private StoredReply Read(UnitOfWork unit, IRow row)
    {
        var rest = ReplyBody.Open(sealer, row.GetBytes("sealed_body"), row.GetBytes("key_hash"));
        if (row.GetText("event_id") is { } eventId)
        {
            // The events of a batch are stored last: a call that repeats another one of its batch finds the event in memory.
            var resource = row.IsDBNull("resource") ? unit.RaisedEvents.Resource(eventId) : row.GetBytes("resource");
            var offset = (int)row.GetInt64("event_offset");
            rest = [.. rest.AsSpan(0, offset), .. resource, .. rest.AsSpan(offset)];
        }

        return new(row.GetBytes("fingerprint"), new Reply((int)row.GetInt64("status"), rest, Replayed: true));
    }

    private static ReadOnlySpan<byte> Without(SharedResource? shared, ReadOnlySpan<byte> body) =>
        shared is { } part ? (byte[])[.. body[..(int)part.Offset], .. body[((int)part.Offset + part.Length)..]] : body;
}
