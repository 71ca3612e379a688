using System.Collections.Concurrent;
using Cryptocardium.Accounts.Data;

namespace Cryptocardium.Accounts.Sessions;

// What this node remembers of the sessions in use, by the hash of their tokens, and which uses are still to be written down.
internal sealed class SessionCache(TimeProvider clock)
{
    // Beyond it sessions are looked up in the database each time: slower, and as right.
    private const int Limit = 200_000;

    private readonly ConcurrentDictionary<TokenHash, CachedSession> sessions = [];
    private readonly ConcurrentDictionary<TokenHash, DateTimeOffset> distrusted = [];
    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> uses = [];

    public bool HasUses => !uses.IsEmpty;

    public CachedSession? Find(TokenHash hash) => sessions.GetValueOrDefault(hash);

    // Whether what is remembered may stand for the database.
    public bool IsCacheable(TokenHash hash) => !distrusted.ContainsKey(hash);

    public CachedSession Add(TokenHash hash, CachedSession session) =>
        sessions.Count < Limit ? sessions.GetOrAdd(hash, session) : session;

    // Called by the command that revokes, before its commit: from now on the database is asked each time, so that the
    // revocation holds as soon as it is committed, and does not if it is not.
    public void Bypass(TokenHash hash) => distrusted[hash] = clock.GetUtcNow();

    public void NoteUse(CachedSession session) => uses[session.Id] = session.UsedAt;

    public IReadOnlyList<(SessionId Id, DateTimeOffset UsedAt)> DrainUses(int limit)
    {
        var taken = new List<(SessionId, DateTimeOffset)>();
        foreach (var id in uses.Keys.Take(limit))
        {
            if (uses.TryRemove(id, out var usedAt))
            {
                taken.Add((id, usedAt));
            }
        }

        return taken;
    }

    public void Forget(DateTimeOffset now)
    {
        foreach (var (hash, session) in sessions)
        {
            if (session.IsExpired(now))
            {
                sessions.TryRemove(hash, out _);
            }
        }

        // By then no request that read the session before it was revoked is still under way.
        foreach (var (hash, since) in distrusted)
        {
            if (now - since > SessionLifetime.Idle)
            {
                sessions.TryRemove(hash, out _);
                distrusted.TryRemove(hash, out _);
            }
        }
    }
}
