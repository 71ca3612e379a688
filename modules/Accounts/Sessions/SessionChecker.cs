using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Sessions;

// Runs with every request. SQLite has one process, so its memory of a session is exact; on PostgreSQL another node may have revoked
// the session a moment ago, so the row is read each time.
internal sealed class SessionChecker(Database database, SessionLookups looks, SessionCache sessions, TimeProvider clock) : ICredentialChecker
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

        return session is null ? CredentialCheck.Invalid : Judge(session);
    }

    private CredentialCheck Judge(CachedSession session)
    {
        var now = clock.GetUtcNow();
        if (session.IsExpired(now))
        {
            return CredentialCheck.Expired;
        }

        if (session.Use(now))
        {
            sessions.NoteUse(session);
        }

        return session.Check;
    }

    private async ValueTask<CachedSession?> Read(byte[] bytes, TokenHash hash)
    {
        if (await looks.Find(hash, bytes) is not { RevokedAt: null } row)
        {
            return null;
        }

        var session = sessions.Add(hash, new CachedSession(row.Id, row.AccountId, row.CreatedAt, row.LastUsedAt));
        session.MergeLastUse(row.LastUsedAt);
        return session;
    }
}
