using System.Collections.Concurrent;
using Cryptocardium.Accounts.Data;

namespace Cryptocardium.Accounts.Sessions;

// Caches the sessions in use on this node by the hashes of their tokens, and collects the uses to be stored.
internal sealed class SessionCache(TimeProvider clock)
{
    // Sessions beyond the limit are read from the database each time, which is slower but correct.
    private const int Limit = 200_000;

    private readonly ConcurrentDictionary<TokenHash, CachedSession> sessions = [];
    private readonly ConcurrentDictionary<TokenHash, DateTimeOffset> bypassed = [];
    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> uses = [];

    public bool HasUses => !uses.IsEmpty;

    public CachedSession? Find(TokenHash hash) => sessions.GetValueOrDefault(hash);

    // Whether the cached session may be used without reading its row.
    public bool IsCacheable(TokenHash hash) => !bypassed.ContainsKey(hash);

    public CachedSession Add(TokenHash hash, CachedSession session) =>
        sessions.Count < Limit ? sessions.GetOrAdd(hash, session) : session;

    // The revoking command calls this before its commit. From then on the row is read each time, so that the revocation takes effect with its
    // commit, and not at all after a rollback.
    public void Bypass(TokenHash hash) => bypassed[hash] = clock.GetUtcNow();

    public void RecordUse(CachedSession session) => uses[session.Id] = session.UsedAt;

    public IReadOnlyList<(SessionId Id, DateTimeOffset UsedAt)> DrainUses(int limit)
    {
        var drained = new List<(SessionId, DateTimeOffset)>();
        foreach (var id in uses.Keys.Take(limit))
        {
            if (uses.TryRemove(id, out var usedAt))
            {
                drained.Add((id, usedAt));
            }
        }

        return drained;
    }

    public void RemoveExpired(DateTimeOffset now)
    {
        foreach (var (hash, session) in sessions)
        {
            if (session.IsExpired(now))
            {
                sessions.TryRemove(hash, out _);
            }
        }

        // No request that read the session before its revocation is still running after this time.
        foreach (var (hash, since) in bypassed)
        {
            if (now - since > SessionLifetime.Idle)
            {
                sessions.TryRemove(hash, out _);
                bypassed.TryRemove(hash, out _);
            }
        }
    }
}
