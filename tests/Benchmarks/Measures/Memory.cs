using System.Globalization;
using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Benchmarks.Measures;

// Resident memory of the product on SQLite under a steady mix of authorizations, pages of lists and single reads on all read connections.
internal sealed class Memory : IMeasure
{
    private const double PerSecond = 600;

    // About 300 MB, so that page caches can fill.
    private const long Stored = 120_000;
    private const double BytesPerMegabyte = 1_000_000;
    private const double GoalMegabytes = 450;
    private const int Kinds = 6;

    public string Name => "memory";

    public string Question => "Resident memory under a steady mix of requests, round by round; longer with --rounds and --seconds.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        byte[][] reads =
        [
            product.Request("GET", "/v1/transactions?limit=10"), product.Request("GET", $"/v1/cards/{product.Card}"),
            product.Request("GET", "/v1/ledger/entries?limit=20"), product.Request("GET", "/v1/balance"), product.Request("GET", "/v1/authorizations?limit=10"),
        ];
        var client = new LoadClient(product.Server, (connection, n) => (connection + n) % Kinds is var kind && kind < reads.Length
            ? reads[kind]
            : product.Authorization(string.Create(CultureInfo.InvariantCulture, $"memory_{connection}_{n}_{Environment.TickCount64}")));
        var authorization = product.Authorization();
        while (WriteSet.Count(product.Database, "cards_transaction") is var stored && stored < Stored)
        {
            progress($"{stored:N0} of {Stored:N0} transactions");
            await new LoadClient(product.Server, (_, _) => authorization).Run(settings.Connections, settings.Duration);
        }

        List<double> megabytes = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var result = await client.Run(settings.Connections, settings.Duration, PerSecond);
            megabytes.Add(product.MemoryBytes / BytesPerMegabyte);
            var warmUp = round == 0 ? " (warm-up)" : "";
            progress(string.Create(CultureInfo.InvariantCulture, $"round {round}: {result.PerSecond:0}/s, {megabytes[^1]:0} MB{warmUp}"));
        }

        report.Figure(Name, "resident memory after the first round", [megabytes[1]], "MB");
        report.AtMost(Name, "resident memory after the last round", [megabytes[^1]], GoalMegabytes, "MB");
    }
}
