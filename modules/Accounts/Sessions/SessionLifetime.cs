namespace Cryptocardium.Accounts.Sessions;

// How long a session lasts: 12 hours after its last use, 30 days at most.
internal static class SessionLifetime
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Absolute = TimeSpan.FromDays(30);

    // A use is written down at most this often.
    public static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    // Until then an expired bearer is told that it expired; afterwards it is unknown.
    public static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromDays(7);

    public static DateTimeOffset ExpiresAt(DateTimeOffset createdAt, DateTimeOffset lastUsedAt)
    {
        var idle = lastUsedAt + Idle;
        var absolute = createdAt + Absolute;
        return idle < absolute ? idle : absolute;
    }
}
