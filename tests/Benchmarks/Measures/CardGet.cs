using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class CardGet : IMeasure
{
    private const int BarePort = 5_091;
    private const double Goal = 0.40;

    public string Name => "card-get";

    public string Question => "An authenticated GET of a card, against Kestrel alone.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        using var bare = await BareKestrel.Start(BarePort);
        var get = product.Request("GET", $"/v1/cards/{product.Card}");
        var card = new LoadClient(product.Server, (_, _) => get);
        var nothing = new LoadClient(bare.Server, (_, _) => get);
        List<double> bareRates = [], cardRates = [], ratios = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var b = await nothing.Run(settings.Connections, settings.Duration);
            var c = await card.Run(settings.Connections, settings.Duration);
            progress($"round {round}: bare {b.PerSecond:N0}/s, card {c.PerSecond:N0}/s{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                bareRates.Add(b.PerSecond);
                cardRates.Add(c.PerSecond);
                ratios.Add(c.PerSecond / b.PerSecond);
            }
        }

        report.Figure(Name, "bare Kestrel GET", bareRates, "/s");
        report.Figure(Name, "authenticated card GET", cardRates, "/s");
        report.AtLeast(Name, "card GET ÷ bare Kestrel", ratios, Goal);
    }
}
