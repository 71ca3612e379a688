using System.Diagnostics;

namespace Cryptocardium.Benchmarks.Load;

// The results of a run of the client.
internal sealed class LoadResult(TimeSpan elapsed, long[] latencies)
{
    private readonly long[] sorted = [.. latencies.Order()];

    public double PerSecond => sorted.Length / elapsed.TotalSeconds;

    public double MedianMicroseconds => Percentile(0.5);

    public double Percentile(double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]).TotalMicroseconds;
}
