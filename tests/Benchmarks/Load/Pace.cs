using System.Diagnostics;

namespace Cryptocardium.Benchmarks.Load;

// When one connection sends its next request.
internal sealed class Pace
{
    public static readonly Pace AsFastAsPossible = new(0, 0);

    private readonly long ticks;
    private long due;

    private Pace(long first, long ticks) => (due, this.ticks) = (first, ticks);

    // Every so many seconds, from so many seconds on.
    public static Pace Every(double seconds, double from) =>
        new(Stopwatch.GetTimestamp() + (long)(from * Stopwatch.Frequency), (long)(seconds * Stopwatch.Frequency));

    /// <summary>How long it is until then; nothing when it is time.</summary>
    public TimeSpan Rest(long now) => due <= now ? TimeSpan.Zero : Stopwatch.GetElapsedTime(now, due);

    /// <summary>
    /// Begins a request and says when it began. What is late because the answer before it was began when it was due; that whoever waited
    /// woke up late is nobody's fault.
    /// </summary>
    /// <param name="freeSince">When the answer before it came.</param>
    /// <param name="now">Now.</param>
    public long Begin(long freeSince, long now)
    {
        var begin = ticks > 0 && due < freeSince ? due : now;
        due += ticks;
        return begin;
    }
}
