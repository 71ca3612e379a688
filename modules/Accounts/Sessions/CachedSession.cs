using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Sessions;

// A session in use on this node. Its last use is exact here, and in the database some minutes behind.
internal sealed class CachedSession(SessionId id, AccountId account, DateTimeOffset createdAt, DateTimeOffset lastUsedAt)
{
    private static readonly IReadOnlySet<string> AllScopes = new HashSet<string> { Caller.AllScopes };

    private long usedAt = lastUsedAt.ToUnixTimeMilliseconds();
    private long writtenAt = lastUsedAt.ToUnixTimeMilliseconds();

    public SessionId Id => id;

    // The same object for every request of the session.
    public CredentialCheck Check { get; } = new(new Caller(CredentialClass.Session, account, id.Value, AllScopes), null);

    public DateTimeOffset UsedAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref usedAt));

    public bool IsExpired(DateTimeOffset now) => now >= SessionLifetime.ExpiresAt(createdAt, UsedAt);

    // Answers whether the use should be written down.
    public bool Use(DateTimeOffset now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        Volatile.Write(ref usedAt, milliseconds);
        var written = Volatile.Read(ref writtenAt);
        return milliseconds - written >= SessionLifetime.TouchEvery.TotalMilliseconds
            && Interlocked.CompareExchange(ref writtenAt, milliseconds, written) == written;
    }

    // Another node may have seen a later use.
    public void MergeLastUse(DateTimeOffset usedThere)
    {
        var milliseconds = usedThere.ToUnixTimeMilliseconds();
        if (milliseconds > Volatile.Read(ref usedAt))
        {
            Volatile.Write(ref usedAt, milliseconds);
        }
    }
}
