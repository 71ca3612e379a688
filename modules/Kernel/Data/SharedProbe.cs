namespace Cryptocardium.Kernel.Data;

// Runs a probe for concurrent callers once: a caller joins the run in progress, or relies on one that succeeded just before. A run that takes too
// long counts as failed.
internal sealed class SharedProbe(Func<Task<bool>> probe, TimeProvider clock, TimeSpan validity)
{
    // An unreachable server is noticed only after a longer time than readiness checks wait.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<bool> current = Task.FromResult(false);
    private long startedAt;

    public async ValueTask<bool> Check()
    {
        Task<bool> run;
        lock (gate)
        {
            run = current = IsCurrent_NeedsGate() ? current : Start_NeedsGate();
        }

        try
        {
            return await run.WaitAsync(Timeout);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private bool IsCurrent_NeedsGate() =>
        !current.IsCompleted || (current is { IsCompletedSuccessfully: true, Result: true } && clock.GetElapsedTime(startedAt) < validity);

    private Task<bool> Start_NeedsGate()
    {
        startedAt = clock.GetTimestamp();
        return probe();
    }
}
