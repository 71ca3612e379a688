namespace Cryptocardium.Accounts.Sessions;

// A session expires 12 hours after its last use, and 30 days after its creation at the latest.
internal static class SessionLifetime
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Absolute = TimeSpan.FromDays(30);

    // The last use is stored at most this often.
    public static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    // Until then an expired bearer gets session_expired; afterwards the bearer is unknown.
    public static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromDays(7);

    public static DateTimeOffset ExpiresAt(DateTimeOffset createdAt, DateTimeOffset lastUsedAt)
    {
        var idle = lastUsedAt + Idle;
        var absolute = createdAt + Absolute;
        return idle < absolute ? idle : absolute;
    }
}
