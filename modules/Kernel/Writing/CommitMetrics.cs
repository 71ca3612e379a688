using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cryptocardium.Kernel.Writing;

// Metrics of commits: two measurements per commit, however many commands share it.
internal sealed class CommitMetrics(Meter meter)
{
    private readonly Histogram<double> duration = meter.CreateHistogram(
        "writer.commit.duration",
        "s",
        "Duration of a commit in the database.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        });

    private readonly Histogram<int> commands = meter.CreateHistogram(
        "writer.commit.commands",
        "{command}",
        "Commands that share a commit.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] });

    public static long Start() => Stopwatch.GetTimestamp();

    public void End(long started, int count)
    {
        duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        commands.Record(count);
    }
}
