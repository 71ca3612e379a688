namespace Cryptocardium.Host.Http.Limits;

// Counts calls: in this process on SQLite, together with the other nodes on PostgreSQL.
internal interface IRateLimiter
{
    /// <param name="key">The key of the caller.</param>
    /// <param name="isInFlight">Whether the caller may have sent the call before it could read a refusal.</param>
    /// <param name="cancellationToken">Cancels the wait for other nodes.</param>
    ValueTask<LimitVerdict> Acquire(LimitKey key, bool isInFlight, CancellationToken cancellationToken);
}
