using System.Collections.Concurrent;

namespace Cryptocardium.Accounts.Passwords;

// Limits the rate of sign-in attempts by token buckets, one per e-mail and one for all. The longest wait is that for one token, so no customer
// is locked out. A success refills the bucket of its e-mail. Unknown e-mails count like known ones.
internal sealed class SignInThrottle(TimeProvider clock)
{
    public const int AttemptsPerEmail = 10;
    public const int AttemptsInAll = 200;

    public static readonly TimeSpan RefillPerEmail = TimeSpan.FromSeconds(6);
    public static readonly TimeSpan RefillInAll = TimeSpan.FromMilliseconds(50);

    // More e-mails than the attempts allowed in all can use before the first bucket is full again.
    private const int EmailLimit = 10_000;

    private readonly long start = clock.GetTimestamp();
    private readonly ConcurrentDictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);
    private readonly TokenBucket all = new(AttemptsInAll, RefillInAll);

    // Returns the wait in seconds; null when the attempt is allowed.
    public int? TryAcquire(string email)
    {
        var now = clock.GetElapsedTime(start);
        if (buckets.Count >= EmailLimit)
        {
            RemoveFull(now);
        }

        // Its own bucket comes first, so that attempts that one e-mail has no token for take none from the others.
        var own = buckets.GetOrAdd(email, static _ => new TokenBucket(AttemptsPerEmail, RefillPerEmail));
        if (own.TryAcquire(now) is { } ownWait)
        {
            return ownWait;
        }

        if (all.TryAcquire(now) is { } wait)
        {
            own.Return();
            return wait;
        }

        return null;
    }

    public void Succeeded(string email) => buckets.TryRemove(email, out _);

    private void RemoveFull(TimeSpan now)
    {
        foreach (var (email, bucket) in buckets)
        {
            if (bucket.IsFull(now))
            {
                buckets.TryRemove(email, out _);
            }
        }
    }

    // A token bucket. It stores only the time at which it will be full, from which the tokens left follow.
    private sealed class TokenBucket(int size, TimeSpan refill)
    {
        private readonly Lock gate = new();
        private TimeSpan fullAt;

        public int? TryAcquire(TimeSpan now)
        {
            lock (gate)
            {
                var next = (fullAt > now ? fullAt : now) + refill;
                var excess = next - now - refill * size;
                if (excess > TimeSpan.Zero)
                {
                    return (int)Math.Ceiling(excess.TotalSeconds);
                }

                fullAt = next;
                return null;
            }
        }

        public void Return()
        {
            lock (gate)
            {
                fullAt -= refill;
            }
        }

        public bool IsFull(TimeSpan now)
        {
            lock (gate)
            {
                return fullAt <= now;
            }
        }
    }
}
