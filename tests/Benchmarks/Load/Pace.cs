using System.Diagnostics;

namespace Cryptocardium.Benchmarks.Load;

// The schedule of one connection.
internal sealed class Pace
{
    public static readonly Pace AsFastAsPossible = new(0, 0);

    private readonly long ticks;
    private long due;

    private Pace(long first, long ticks) => (due, this.ticks) = (first, ticks);

    // One request every period, starting after an offset, both in seconds.
    public static Pace Every(double seconds, double from) =>
        new(Stopwatch.GetTimestamp() + (long)(from * Stopwatch.Frequency), (long)(seconds * Stopwatch.Frequency));

    /// <summary>The time until the next request; zero when it is due.</summary>
    public TimeSpan Rest(long now) => due <= now ? TimeSpan.Zero : Stopwatch.GetElapsedTime(now, due);

    /// <summary>
    /// Starts a request and returns its start time. A request delayed by the response before it counts from its due time. A late
    /// wake-up of the client does not count.
    /// </summary>
    /// <param name="freeSince">The time of the previous response.</param>
    /// <param name="now">Now.</param>
    public long Begin(long freeSince, long now)
    {
        var begin = ticks > 0 && due < freeSince ? due : now;
        due += ticks;
        return begin;
    }
}
