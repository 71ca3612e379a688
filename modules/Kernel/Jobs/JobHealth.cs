using System.Collections.Concurrent;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>The outcome of each job's last run.</summary>
/// <param name="jobs">All jobs.</param>
public sealed class JobHealth(IEnumerable<Job> jobs)
{
    private readonly ConcurrentDictionary<string, bool> succeeded = new();
    private readonly Job[] first = [.. jobs.Where(job => job.Once)];

    /// <summary>Whether every job that must run once before the program is ready has succeeded.</summary>
    public bool IsReady => first.All(job => succeeded.GetValueOrDefault(job.Name));

    /// <summary>Whether the last run of every job succeeded.</summary>
    public bool IsHealthy => succeeded.Values.All(each => each);

    /// <summary>Records the outcome of a run.</summary>
    public void Record(Job job, bool hasSucceeded) => succeeded[job.Name] = hasSucceeded;
}
