namespace Cryptocardium.Kernel.Jobs;

/// <summary>Work that recurs. A job only sends messages, so that they take the same way as a request.</summary>
/// <param name="Name">For logs.</param>
/// <param name="Every">The pause between two runs.</param>
/// <param name="Send">Sends the messages; answers whether there is more to do at once.</param>
public sealed record Job(string Name, TimeSpan Every, Func<JobSender, CancellationToken, ValueTask<bool>> Send)
{
    /// <summary>Whether it is over once it has succeeded. Until then the program is not ready.</summary>
    public bool Once { get; init; }

    /// <summary>Whether a run may read for long. It begins on a thread of its own then: those of the pool are few and answer requests.</summary>
    public bool TakesLong { get; init; }
}
