using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Sessions;

// A session in use on this node. Its last use is exact here; the database can be some minutes behind.
internal sealed class CachedSession(SessionId id, AccountId account, DateTimeOffset createdAt, DateTimeOffset lastUsedAt)
{
    public static readonly IReadOnlySet<string> AllScopes = new HashSet<string> { Caller.AllScopes };

    private long usedAt = lastUsedAt.ToUnixTimeMilliseconds();
    private long storedAt = lastUsedAt.ToUnixTimeMilliseconds();

    public SessionId Id => id;

    // One object for all requests of the session.
    public CredentialCheck Check { get; } = new(new Caller(CredentialClass.Session, account, id.Value, AllScopes), null);

    public DateTimeOffset UsedAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref usedAt));

    public bool IsExpired(DateTimeOffset now) => now >= SessionLifetime.ExpiresAt(createdAt, UsedAt);

    // Returns whether the use is due to be stored.
    public bool Use(DateTimeOffset now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        Volatile.Write(ref usedAt, milliseconds);
        var stored = Volatile.Read(ref storedAt);
        return milliseconds - stored >= SessionLifetime.TouchEvery.TotalMilliseconds
            && Interlocked.CompareExchange(ref storedAt, milliseconds, stored) == stored;
    }

    // Another node may have stored a later use.
    public void MergeLastUse(DateTimeOffset storedUse)
    {
        var milliseconds = storedUse.ToUnixTimeMilliseconds();
        if (milliseconds > Volatile.Read(ref usedAt))
        {
            Volatile.Write(ref usedAt, milliseconds);
        }
    }
}
