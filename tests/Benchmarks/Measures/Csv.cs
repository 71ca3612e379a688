using System.Globalization;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class Csv : IMeasure
{
    private const int Entries = 100_000;
    private const int Requests = 21;
    private const double GoalMilliseconds = 50;
    private const double FirstByteMilliseconds = 5;

    public string Name => "csv";

    public string Question => "The CSV of a month with 100 000 entries: its first byte and its last.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var month = await History.Of(host, Entries, 1, progress);
        await month.SignIn();
        var (firsts, lasts) = (new List<double>(), new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var taken = new List<(double First, double Last)>();
            for (var i = 0; i < Requests; i++)
            {
                taken.Add(await month.TimeDownload($"/v1/statements/{month.Periods[0]}", "text/csv"));
            }

            var (first, last) = (Median(taken.Select(each => each.First)), Median(taken.Select(each => each.Last)));
            progress(string.Create(CultureInfo.InvariantCulture, $"round {round}: first byte {first:0.0} ms, last {last:0.0} ms{(round == 0 ? " (warm-up)" : "")}"));
            if (round > 0)
            {
                firsts.Add(first);
                lasts.Add(last);
            }
        }

        report.AtMost(Name, "first byte", firsts, FirstByteMilliseconds, "ms");
        report.AtMost(Name, $"{Entries:N0} lines", lasts, GoalMilliseconds, "ms");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Requests / 2);
}
