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

    // Waits until it is time. What is late began when it was due; that a timer woke us late is nobody's fault.
    public async ValueTask<long> Next()
    {
        if (ticks == 0)
        {
            return Stopwatch.GetTimestamp();
        }

        var begin = due;
        due += ticks;
        if (begin < Stopwatch.GetTimestamp())
        {
            return begin;
        }

        await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), begin));
        return Stopwatch.GetTimestamp();
    }
}
