using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

// Two products, one with few transactions and one with many, all made by the product. The same request goes to both in turn.
// Rounds are short, so that the few stay few.
internal sealed class Growth : IMeasure
{
    private const long Few = 1_000;
    private const long Many = 1_000_000;
    private const double Goal = 1.2;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    public string Name => "growth";

    public string Question => "An authorization and a page of events with 1 000 000 transactions stored, against the same with 1 000.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var small = await Product.Start(Engine.Sqlite);
        await using var large = await Product.Start(Engine.Sqlite);
        var (toSmall, toLarge) = (Client(small), Client(large));
        await Fill(small, toSmall, Few, progress);
        await Fill(large, toLarge, Many, progress);
        var (eventsOfSmall, eventsOfLarge) = (Events(small), Events(large));
        List<double> fewRates = [], manyRates = [], costs = [], fewMedians = [], manyMedians = [], medians = [], pages = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var (few, many) = (await toSmall.Run(settings.Connections, Burst), await toLarge.Run(settings.Connections, Burst));
            var (fewAlone, manyAlone) = (await toSmall.Run(1, Burst), await toLarge.Run(1, Burst));
            var (fewEvents, manyEvents) = (await eventsOfSmall.Run(1, Burst), await eventsOfLarge.Run(1, Burst));
            progress(
                $"round {round}: few {few.PerSecond:N0}/s, many {many.PerSecond:N0}/s; one request {fewAlone.MedianMicroseconds:N0} µs and {manyAlone.MedianMicroseconds:N0} µs"
                + (round == 0 ? " (warm-up)" : ""));
            if (round > 0)
            {
                fewRates.Add(few.PerSecond);
                manyRates.Add(many.PerSecond);
                costs.Add(few.PerSecond / many.PerSecond);
                fewMedians.Add(fewAlone.MedianMicroseconds);
                manyMedians.Add(manyAlone.MedianMicroseconds);
                medians.Add(manyAlone.MedianMicroseconds / fewAlone.MedianMicroseconds);
                pages.Add(manyEvents.MedianMicroseconds / fewEvents.MedianMicroseconds);
            }
        }

        progress($"at the end {Stored(small):N0} and {Stored(large):N0} transactions");
        report.Figure(Name, $"over HTTP, begun with {Few:N0} transactions", fewRates, "/s");
        report.Figure(Name, $"over HTTP, begun with {Many:N0}", manyRates, "/s");
        report.AtMost(Name, "cost of one with many ÷ with few", costs, Goal);
        report.Figure(Name, "one connection, median, few", fewMedians, "µs");
        report.Figure(Name, "one connection, median, many", manyMedians, "µs");
        report.AtMost(Name, "median with many ÷ with few", medians, Goal);
        report.AtMost(Name, "a page of events, median with many ÷ with few", pages, Goal);
    }

    private static LoadClient Client(Product product)
    {
        var request = product.Authorization();
        return new LoadClient(product.Server, (_, _) => request);
    }

    private static LoadClient Events(Product product)
    {
        var request = product.Request("GET", "/v1/events?limit=25");
        return new LoadClient(product.Server, (_, _) => request);
    }

    private static async Task Fill(Product product, LoadClient client, long transactions, Action<string> progress)
    {
        // One connection for the few, because many connections overshoot.
        var (connections, step) = transactions > Few ? (Settings.Default.Connections, TimeSpan.FromSeconds(10)) : (1, TimeSpan.FromSeconds(0.1));
        while (Stored(product) is var stored && stored < transactions)
        {
            progress($"{stored:N0} of {transactions:N0} transactions");
            await client.Run(connections, step);
        }
    }

    private static long Stored(Product product) => WriteSet.Count(product.Database, "cards_transaction");
}
