using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

// An authenticated GET against Kestrel alone.
internal sealed class Reads(string name, string question, double goal, Func<Product, Task<string>> path) : IMeasure
{
    private const int BarePort = 5_091;
    private const int PageSize = 25;

    public static readonly IReadOnlyList<IMeasure> All =
    [
        new Reads("card-get", "An authenticated GET of a card, against Kestrel alone.", 0.25, product => Task.FromResult($"/v1/cards/{product.Card}")),
        new Reads("balance", "An authenticated GET of the balance, against Kestrel alone.", 0.30, _ => Task.FromResult("/v1/balance")),
        new Reads("list-events", "The first page of 25 events, against Kestrel alone.", 0.10, Events),
        new Reads("list-first-page", "The first page of 25 transactions, against Kestrel alone.", 0.15, Transactions),
    ];

    public string Name => name;

    public string Question => question;

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        using var bare = await BareKestrel.Start(BarePort);
        var get = product.Request("GET", await path(product));
        var read = new LoadClient(product.Server, (_, _) => get);
        var nothing = new LoadClient(bare.Server, (_, _) => get);
        List<double> bareRates = [], readRates = [], ratios = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var b = await nothing.Run(settings.Connections, settings.Duration);
            var r = await read.Run(settings.Connections, settings.Duration);
            progress($"round {round}: bare {b.PerSecond:N0}/s, {name} {r.PerSecond:N0}/s{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                bareRates.Add(b.PerSecond);
                readRates.Add(r.PerSecond);
                ratios.Add(r.PerSecond / b.PerSecond);
            }
        }

        report.Figure(Name, "bare Kestrel GET", bareRates, "/s");
        report.Figure(Name, name, readRates, "/s");
        report.AtLeast(Name, $"{name} ÷ bare Kestrel", ratios, goal);
    }

    private static async Task<string> Events(Product product)
    {
        _ = await Transactions(product);
        return $"/v1/events?limit={PageSize}";
    }

    private static async Task<string> Transactions(Product product)
    {
        var authorization = product.Authorization();
        await new LoadClient(product.Server, (_, _) => authorization).Run(1, TimeSpan.FromSeconds(1));
        return $"/v1/transactions?limit={PageSize}";
    }
}
