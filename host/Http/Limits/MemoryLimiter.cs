using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// Counts calls of this process, and calls that other nodes report. Anonymous callers have a table of their own, so that many addresses
// cannot evict credentials.
internal sealed class MemoryLimiter(TimeProvider clock, double scale) : IRateLimiter, IRateLimits
{
    /// <summary>The maximum number of keys of a table; beyond it the longest idle ones are evicted. A key takes about 2 KB.</summary>
    public const int KeysMax = 16_384;

    private const int EvictedShare = 4;

    // The share of the limit per second that all nodes together may admit without a report: 1/20, five percent.
    private const int UnreportedShare = 20;

    private readonly LimitPlan credentialPlan = LimitPlan.Credential.Scaled(scale);
    private readonly LimitPlan anonymousPlan = LimitPlan.Anonymous.Scaled(scale);
    private readonly ConcurrentDictionary<LimitKey, CallerWindows> credentials = new();
    private readonly ConcurrentDictionary<LimitKey, CallerWindows> addresses = new();
    private readonly long start = clock.GetTimestamp();
    private readonly Lock evicting = new();
    private readonly ConcurrentQueue<(LimitKey Key, CallerWindows Windows)> reports = new();

    public int Keys => credentials.Count + addresses.Count;

    /// <summary>Whether reports for other nodes are waiting.</summary>
    public bool HasReports => !reports.IsEmpty;

    public ValueTask<LimitVerdict> Acquire(LimitKey key, bool isInFlight, CancellationToken cancellationToken) =>
        new(Acquire(key, isInFlight, otherNodes: 0)!.Value);

    /// <param name="key">The key of the caller.</param>
    /// <param name="isInFlight">Whether the caller may have sent the call before it could read a refusal.</param>
    /// <param name="otherNodes">The number of other nodes.</param>
    /// <returns>The verdict; null if a report to other nodes must come first.</returns>
    public LimitVerdict? Acquire(LimitKey key, bool isInFlight, int otherNodes)
    {
        var (windows, plan) = Find(key);
        int? unreportedMax = otherNodes == 0 ? null : Math.Max(1, plan.Second.Limit / UnreportedShare / otherNodes);
        var verdict = windows.Acquire(clock.GetElapsedTime(start), clock.GetUtcNow(), isInFlight, unreportedMax, out var isNewReport);
        if (isNewReport)
        {
            reports.Enqueue((key, windows));
        }

        return verdict;
    }

    /// <summary>Counts calls that another node admitted.</summary>
    public void Add(LimitKey key, int calls) => Find(key).Windows.Add(clock.GetElapsedTime(start), calls);

    /// <summary>Takes the waiting reports. The caller ends each report once other nodes have received it.</summary>
    public IEnumerable<(LimitKey Key, CallerWindows Windows)> DrainReports()
    {
        for (var left = reports.Count; left > 0 && reports.TryDequeue(out var next); left--)
        {
            yield return next;
        }
    }

    public IReadOnlyList<RateLimit> Of(Call call) =>
        (credentials.GetValueOrDefault(LimitKey.Of(call.Caller.CredentialId)) ?? new CallerWindows(credentialPlan)).Read(clock.GetElapsedTime(start));

    private (CallerWindows Windows, LimitPlan Plan) Find(LimitKey key)
    {
        var (table, plan) = key.IsAnonymous ? (addresses, anonymousPlan) : (credentials, credentialPlan);
        if (!table.TryGetValue(key, out var windows))
        {
            MakeRoom(table);
            windows = table.GetOrAdd(key, static (_, plan) => new CallerWindows(plan), plan);
        }

        return (windows, plan);
    }

    private void MakeRoom(ConcurrentDictionary<LimitKey, CallerWindows> table)
    {
        if (table.Count < KeysMax)
        {
            return;
        }

        lock (evicting)
        {
            if (table.Count >= KeysMax)
            {
                foreach (var idle in table.OrderBy(entry => entry.Value.LastCall).Take(KeysMax / EvictedShare))
                {
                    table.TryRemove(idle.Key, out _);
                }
            }
        }
    }
}
