using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// Counts in this process, and what other nodes say that they counted. Anonymous callers have a table of their own, so that many addresses cannot push out credentials.
internal sealed class MemoryLimiter(TimeProvider clock, double scale) : IRateLimiter, IRateLimits
{
    /// <summary>Keys that a table holds before it forgets those that were idle longest; a key takes about 2 KB.</summary>
    public const int KeysMax = 16_384;

    private const int ForgottenShare = 4;

    // Of what passes in a second, the part that nodes together may let pass without knowing of each other: five percent.
    private const int UnreportedShare = 20;

    private readonly LimitPlan credentialPlan = LimitPlan.Credential.Scaled(scale);
    private readonly LimitPlan anonymousPlan = LimitPlan.Anonymous.Scaled(scale);
    private readonly ConcurrentDictionary<LimitKey, CallerWindows> credentials = new();
    private readonly ConcurrentDictionary<LimitKey, CallerWindows> addresses = new();
    private readonly long start = clock.GetTimestamp();
    private readonly Lock forgetting = new();
    private readonly ConcurrentQueue<(LimitKey Key, CallerWindows Windows)> news = new();

    public int Keys => credentials.Count + addresses.Count;

    /// <summary>Whether other nodes are to be told something.</summary>
    public bool HasReports => !news.IsEmpty;

    public ValueTask<LimitVerdict> Acquire(LimitKey key, CancellationToken cancellationToken) => new(Acquire(key, otherNodes: 0)!.Value);

    /// <param name="key">Who calls.</param>
    /// <param name="otherNodes">How many other nodes let calls pass, too.</param>
    /// <returns>Null when these must be told first of what has passed here.</returns>
    public LimitVerdict? Acquire(LimitKey key, int otherNodes)
    {
        var (meter, plan) = Find(key);
        int? unreportedMax = otherNodes == 0 ? null : Math.Max(1, plan.Second.Limit / UnreportedShare / otherNodes);
        var verdict = meter.Acquire(clock.GetElapsedTime(start), clock.GetUtcNow(), unreportedMax, out var isNewReport);
        if (isNewReport)
        {
            news.Enqueue((key, meter));
        }

        return verdict;
    }

    /// <summary>Counts calls that another node let pass.</summary>
    public void Add(LimitKey key, int calls) => Find(key).Windows.Add(clock.GetElapsedTime(start), calls);

    /// <summary>What other nodes are to be told now; once they know, it is the meter that wants to hear so.</summary>
    public IEnumerable<(LimitKey Key, CallerWindows Windows)> DrainReports()
    {
        for (var left = news.Count; left > 0 && news.TryDequeue(out var next); left--)
        {
            yield return next;
        }
    }

    public IReadOnlyList<RateLimit> Of(Call call) =>
        (credentials.GetValueOrDefault(LimitKey.Of(call.Caller.CredentialId)) ?? new CallerWindows(credentialPlan)).Read(clock.GetElapsedTime(start));

    private (CallerWindows Windows, LimitPlan Plan) Find(LimitKey key)
    {
        var (table, plan) = key.IsAnonymous ? (addresses, anonymousPlan) : (credentials, credentialPlan);
        if (!table.TryGetValue(key, out var meter))
        {
            MakeRoom(table);
            meter = table.GetOrAdd(key, static (_, plan) => new CallerWindows(plan), plan);
        }

        return (meter, plan);
    }

    private void MakeRoom(ConcurrentDictionary<LimitKey, CallerWindows> table)
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
