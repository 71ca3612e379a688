namespace Cryptocardium.Kernel.Jobs;

/// <summary>The pause before the next attempt: doubled after each failure, up to a limit.</summary>
/// <param name="First">The pause after the first failure.</param>
/// <param name="Longest">The limit of a pause.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    private const int DoublingsMax = 30;

    /// <summary>The pause after a number of consecutive failures, at least one.</summary>
    public TimeSpan After(int failures)
    {
        var pause = First * Math.Pow(2, Math.Clamp(failures - 1, 0, DoublingsMax));
        return pause < Longest ? pause : Longest;
    }
}
