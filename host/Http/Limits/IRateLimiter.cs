namespace Cryptocardium.Host.Http.Limits;

// A seam, since nodes that share a database share their counts.
internal interface IRateLimiter
{
    ValueTask<LimitVerdict> Acquire(LimitKey key, CancellationToken cancellationToken);
}
