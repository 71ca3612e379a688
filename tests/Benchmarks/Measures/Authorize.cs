using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class Authorize : IMeasure
{
    private const int PerCommit = 64;
    private const double RateGoal = 0.50;
    private const double MedianGoal = 2.0;
    private const double TailGoal = 15;
    private const double FarTailGoal = 60;

    public string Name => "authorize";

    public string Question => "Authorizations over HTTP, everything durable, against raw SQLite with the same rows.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        await using var raw = await RawSqlite.Open();
        var request = product.Authorization();
        var client = new LoadClient(product.Server, (_, _) => request);
        List<double> rawRates = [], rates = [], rateRatios = [], rawMedians = [], medians = [], medianRatios = [], tails = [], farTails = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var rawBefore = WriteSet.Count(raw.Database);
            var rawRate = raw.Rate(PerCommit, settings.Duration);
            var rawMedian = raw.MedianMicroseconds(settings.Duration / 2);
            var rawRows = WriteSet.Describe(rawBefore, WriteSet.Count(raw.Database));
            var before = WriteSet.Count(product.Database);
            var many = await client.Run(settings.Connections, settings.Duration);
            var alone = await client.Run(1, settings.Duration / 2);
            var half = await client.Run(settings.Connections, settings.Duration, many.PerSecond / 2);
            var rows = WriteSet.Describe(before, WriteSet.Count(product.Database));
            progress(
                $"round {round}: raw {rawRate:N0}/s, HTTP {many.PerSecond:N0}/s; one commit {rawMedian:N0} µs, one request {alone.MedianMicroseconds:N0} µs; p99 at half load {half.Percentile(0.99) / 1_000:N1} ms"
                + (round == 0 ? " (warm-up)" : ""));
            if (rows != rawRows)
            {
                throw new InvalidOperationException($"Not the same write set. Raw: {rawRows}. Product: {rows}.");
            }

            if (round > 0)
            {
                rawRates.Add(rawRate);
                rates.Add(many.PerSecond);
                rateRatios.Add(many.PerSecond / rawRate);
                rawMedians.Add(rawMedian);
                medians.Add(alone.MedianMicroseconds);
                medianRatios.Add(alone.MedianMicroseconds / rawMedian);
                tails.Add(half.Percentile(0.99) / 1_000);
                farTails.Add(half.Percentile(0.999) / 1_000);
            }
        }

        report.Figure(Name, $"raw SQLite, {PerCommit} per commit", rawRates, "/s");
        report.Figure(Name, $"over HTTP, {settings.Connections} connections", rates, "/s");
        report.AtLeast(Name, "over HTTP ÷ raw SQLite", rateRatios, RateGoal);
        report.Figure(Name, "one raw durable commit, median", rawMedians, "µs");
        report.Figure(Name, "one connection over HTTP, median", medians, "µs");
        report.AtMost(Name, "median at one connection ÷ one raw commit", medianRatios, MedianGoal);
        report.AtMost(Name, "p99 at half of that load", tails, TailGoal, "ms");
        report.AtMost(Name, "p99.9 at half of that load", farTails, FarTailGoal, "ms");
    }
}
