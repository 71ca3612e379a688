namespace Cryptocardium.Kernel.Jobs;

/// <summary>A recurring job. It only sends messages, so that its work passes the same pipeline as a request.</summary>
/// <param name="Name">The name in logs.</param>
/// <param name="Every">The pause between two runs.</param>
/// <param name="Send">Sends the messages; returns whether there is more to do at once.</param>
public sealed record Job(string Name, TimeSpan Every, Func<JobSender, CancellationToken, ValueTask<bool>> Send)
{
    /// <summary>Whether the job ends after its first success. Until then the program is not ready.</summary>
    public bool Once { get; init; }

    /// <summary>Whether a run may read for a long time. It then has a dedicated thread, because the threads of the pool serve requests.</summary>
    public bool TakesLong { get; init; }
}
