using System.Collections.Concurrent;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>How the last run of each job ended.</summary>
/// <param name="jobs">Every job.</param>
public sealed class JobHealth(IEnumerable<Job> jobs)
{
    private readonly ConcurrentDictionary<string, bool> succeeded = new();
    private readonly Job[] first = [.. jobs.Where(job => job.Once)];

    /// <summary>Whether what must be done before anything else is done.</summary>
    public bool IsReady => first.All(job => succeeded.GetValueOrDefault(job.Name));

    /// <summary>Whether every job succeeded when it last ran.</summary>
    public bool IsHealthy => succeeded.Values.All(each => each);

    /// <summary>Notes how a run ended.</summary>
    public void Record(Job job, bool hasSucceeded) => succeeded[job.Name] = hasSucceeded;
}
