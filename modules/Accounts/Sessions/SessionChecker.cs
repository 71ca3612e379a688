using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Sessions;

// Checks bearers of sessions with each request. On SQLite there is one process, so the cache is exact. On PostgreSQL another node may have
// revoked the session, so its row is read each time.
internal sealed class SessionChecker(Database database, SessionLookups lookups, SessionCache sessions, TimeProvider clock) : ICredentialChecker
{
    public string Prefix => SessionToken.Prefix;

    public async ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken)
    {
        var bytes = SessionToken.Hash(bearer);
        var hash = TokenHash.From(bytes);
        var session = sessions.Find(hash);
        if (session is null && !SessionToken.IsWellFormed(bearer))
        {
            return CredentialCheck.Invalid;
        }

        if (session is null || database.Engine != Engine.Sqlite || !sessions.IsCacheable(hash))
        {
            session = await Read(bytes, hash);
        }

        return session is null ? CredentialCheck.Invalid : Check(session);
    }

    private CredentialCheck Check(CachedSession session)
    {
        var now = clock.GetUtcNow();
        if (session.IsExpired(now))
        {
            return CredentialCheck.Expired;
        }

        if (session.Use(now))
        {
            sessions.RecordUse(session);
        }

        return session.Check;
    }

    private async ValueTask<CachedSession?> Read(byte[] bytes, TokenHash hash)
    {
        if (await lookups.Find(hash, bytes) is not { RevokedAt: null } row)
        {
            return null;
        }

        var session = sessions.Add(hash, new CachedSession(row.Id, row.AccountId, row.CreatedAt, row.LastUsedAt));
        session.MergeLastUse(row.LastUsedAt);
        return session;
    }
}
