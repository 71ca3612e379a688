using System.Globalization;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class IdempotencyKey : IMeasure
{
    private const double Goal = 0.85;

    public string Name => "idempotency";

    public string Question => "Authorizations with an Idempotency-Key, against those without.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        var plain = product.Authorization();
        List<double> withRates = [], withoutRates = [], ratios = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var prefix = round;
            var without = await new LoadClient(product.Server, (_, _) => plain).Run(settings.Connections, settings.Duration);
            var with = await new LoadClient(
                product.Server,
                (connection, i) => product.Authorization(string.Create(CultureInfo.InvariantCulture, $"auth_{prefix}_{connection}_{i}")))
                .Run(settings.Connections, settings.Duration);
            progress($"round {round}: without {without.PerSecond:N0}/s, with {with.PerSecond:N0}/s{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                withRates.Add(with.PerSecond);
                withoutRates.Add(without.PerSecond);
                ratios.Add(with.PerSecond / without.PerSecond);
            }
        }

        report.Figure(Name, "authorizations without a key", withoutRates, "/s");
        report.Figure(Name, "authorizations with a key", withRates, "/s");
        report.AtLeast(Name, "with ÷ without", ratios, Goal);
    }
}
