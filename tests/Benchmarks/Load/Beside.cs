using Cryptocardium.Benchmarks.Measures;

namespace Cryptocardium.Benchmarks.Load;

// The latency of ordinary requests at a fixed rate, alone and beside other clients.
internal static class Beside
{
    private const double PerSecond = 500;

    /// <param name="measure">The measure.</param>
    /// <param name="run">Settings, report and progress of the run.</param>
    /// <param name="client">Sends the ordinary requests.</param>
    /// <param name="others">Lets the other clients work until the token is cancelled, and returns the count of their requests.</param>
    /// <param name="words">The ordinary requests, the requests of the others, and the others.</param>
    /// <param name="goal">The limit of p99 beside ÷ alone.</param>
    public static async Task Run(
        IMeasure measure, (Settings Settings, Report Report, Action<string> Progress) run, LoadClient client, Func<CancellationToken, Task<int>> others,
        (string Ordinary, string Requests, string Others) words, double goal)
    {
        List<double> aloneAt99 = [], besideAt99 = [], ratios = [];
        for (var round = 0; round <= run.Settings.Rounds; round++)
        {
            var alone = await Tail(client, run.Settings);
            using var stop = new CancellationTokenSource();
            var working = others(stop.Token);
            var beside = await Tail(client, run.Settings);
            await stop.CancelAsync();
            var count = await working;
            run.Progress($"round {round}: p99 alone {alone:N0} µs, beside {count} {words.Requests} {beside:N0} µs{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                aloneAt99.Add(alone);
                besideAt99.Add(beside);
                ratios.Add(beside / alone);
            }
        }

        run.Report.Figure(measure.Name, $"p99 of {PerSecond:N0} {words.Ordinary} a second, alone", aloneAt99, "µs");
        run.Report.Figure(measure.Name, $"p99 of the same beside {words.Others}", besideAt99, "µs");
        run.Report.AtMost(measure.Name, "p99 beside ÷ alone", ratios, goal);
    }

    private static async Task<double> Tail(LoadClient client, Settings settings) =>
        (await client.Run(settings.Connections, settings.Duration, PerSecond)).Percentile(0.99);
}
