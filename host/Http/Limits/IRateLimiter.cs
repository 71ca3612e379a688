namespace Cryptocardium.Host.Http.Limits;

// Counts calls: in this process on SQLite, together with the other nodes on PostgreSQL.
internal interface IRateLimiter
{
    ValueTask<LimitVerdict> Acquire(LimitKey key, CancellationToken cancellationToken);
}
