using System.Collections.Concurrent;

namespace Cryptocardium.Accounts.Passwords;

// Slows guessing without shutting anybody out: each e-mail has a store of attempts that refills by itself, so the longest wait
// is that for one attempt. Whoever signs in gets a full store again. Unknown e-mails are counted like known ones.
internal sealed class SignInThrottle(TimeProvider clock)
{
    public const int AttemptsPerEmail = 10;
    public const int AttemptsInAll = 200;

    public static readonly TimeSpan RefillPerEmail = TimeSpan.FromSeconds(6);
    public static readonly TimeSpan RefillInAll = TimeSpan.FromMilliseconds(50);

    // More e-mails than the attempts in all can empty before the first is full again.
    private const int EmailLimit = 10_000;

    private readonly ConcurrentDictionary<string, Allowance> stores = new(StringComparer.Ordinal);
    private readonly Allowance all = new(AttemptsInAll, RefillInAll);

    // Seconds to wait; null when the attempt is let through.
    public int? TryAcquire(string email)
    {
        var now = clock.GetUtcNow();
        if (all.TryAcquire(now) is { } wait)
        {
            return wait;
        }

        if (stores.Count >= EmailLimit)
        {
            Forget(now);
        }

        return stores.GetOrAdd(email, static _ => new Allowance(AttemptsPerEmail, RefillPerEmail)).TryAcquire(now);
    }

    public void Succeeded(string email) => stores.TryRemove(email, out _);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (email, store) in stores)
        {
            if (store.IsFull(now))
            {
                stores.TryRemove(email, out _);
            }
        }
    }

    // Remembers only when it will be full: the attempts left follow from that.
    private sealed class Allowance(int size, TimeSpan refill)
    {
        private readonly Lock gate = new();
        private DateTimeOffset fullAt;

        public int? TryAcquire(DateTimeOffset now)
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

        public bool IsFull(DateTimeOffset now)
        {
            lock (gate)
            {
                return fullAt <= now;
            }
        }
    }
}
