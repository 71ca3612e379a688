using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class PgLedger : IMeasure
{
    private const double Goal = 8;

    public string Name => "pgledger";

    public string Question => "Authorizations over HTTP on PostgreSQL, against pgledger's transfers between two accounts (--pgledger FILE).";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        if (settings.PgLedger is not { } file || TestDatabase.PostgresServer is not { } server)
        {
            progress($"not measured: it takes --pgledger with the path of a pgledger.sql, pgbench, and a server in {TestDatabase.PostgresVariable}.");
            return;
        }

        await using var pgledger = await PgBench.Open(server, file);
        await using var product = await Product.Start(Engine.Postgres);
        var request = product.Authorization();
        var client = new LoadClient(product.Server, (_, _) => request);
        List<double> transfers = [], authorizations = [], ratios = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var transferred = await pgledger.Rate(settings.Connections, settings.Duration);
            var authorized = await client.Run(settings.Connections, settings.Duration);
            progress($"round {round}: pgledger {transferred:N0}/s, HTTP {authorized.PerSecond:N0}/s{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                transfers.Add(transferred);
                authorizations.Add(authorized.PerSecond);
                ratios.Add(authorized.PerSecond / transferred);
            }
        }

        report.Figure(Name, $"pgledger_create_transfer, {settings.Connections} clients", transfers, "/s");
        report.Figure(Name, $"authorizations over HTTP, {settings.Connections} connections", authorizations, "/s");
        report.AtLeast(Name, "authorizations ÷ transfers", ratios, Goal);
    }
}
