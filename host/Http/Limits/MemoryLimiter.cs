using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// Counts in this process. Anonymous callers have a table of their own, so that many addresses cannot push out credentials.
internal sealed class MemoryLimiter(TimeProvider clock, double scale) : IRateLimiter, IRateLimits
{
    /// <summary>Keys that a table holds before it forgets those that were idle longest; a key takes about 2 KB.</summary>
    public const int KeysMax = 16_384;

    private const int ForgottenShare = 4;

    private readonly LimitPlan credentialPlan = LimitPlan.Credential.Scaled(scale);
    private readonly LimitPlan anonymousPlan = LimitPlan.Anonymous.Scaled(scale);
    private readonly ConcurrentDictionary<LimitKey, Meter> credentials = new();
    private readonly ConcurrentDictionary<LimitKey, Meter> addresses = new();
    private readonly long start = clock.GetTimestamp();
    private readonly Lock forgetting = new();

    public int Keys => credentials.Count + addresses.Count;

    public ValueTask<LimitVerdict> Take(LimitKey key, CancellationToken cancellationToken)
    {
        var (table, plan) = key.IsAnonymous ? (addresses, anonymousPlan) : (credentials, credentialPlan);
        if (!table.TryGetValue(key, out var meter))
        {
            MakeRoom(table);
            meter = table.GetOrAdd(key, static (_, plan) => new Meter(plan), plan);
        }

        return new(meter.Take(clock.GetElapsedTime(start), clock.GetUtcNow()));
    }

    public IReadOnlyList<RateLimit> Of(Call call) =>
        (credentials.GetValueOrDefault(LimitKey.Of(call.Caller.CredentialId)) ?? new Meter(credentialPlan)).Read(clock.GetElapsedTime(start));

    private void MakeRoom(ConcurrentDictionary<LimitKey, Meter> table)
    {
        if (table.Count < KeysMax)
        {
            return;
        }

        lock (forgetting)
        {
            if (table.Count >= KeysMax)
            {
                foreach (var idle in table.OrderBy(entry => entry.Value.LastCall).Take(KeysMax / ForgottenShare))
                {
                    table.TryRemove(idle.Key, out _);
                }
            }
        }
    }
}
