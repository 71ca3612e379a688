using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Scenarios.Hostile;

namespace Cryptocardium.Benchmarks.Measures;

// Latency of reading a card at a fixed rate, alone and beside clients that send hostile and incomplete requests.
internal sealed class BesideHostile : IMeasure
{
    private const int AtOnce = 4;
    private const double Goal = 2.0;

    // About fifty hostile requests per second in total, on connections of their own.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(75);

    public string Name => "hostile";

    public string Question => "The slowest of a hundred ordinary GETs beside hostile requests, against those alone.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite, HostileStops.ShorterTimes);
        HostileRequest[] corpus = [.. HostileFraming.All, .. HostileHeads.All, .. HostileBodies.All];
        var get = product.Request("GET", $"/v1/cards/{product.Card}");
        var client = new LoadClient(product.Server, (_, _) => get);
        await Beside.Run(
            this, (settings, report, progress), client, async stop =>
            {
                var stopped = HostileStops.All.Select(request => RawHttp.Exchange(product.Server, request.As(product.Bearer))).ToArray();
                var playing = Enumerable.Range(0, AtOnce).Select(player => Play(product, corpus, player, stop)).ToArray();
                return (await Task.WhenAll(playing)).Sum() + (await Task.WhenAll(stopped)).Length;
            },
            ("GETs", "hostile requests", "hostile requests"), Goal);
    }

    private static async Task<int> Play(Product product, HostileRequest[] corpus, int player, CancellationToken stop)
    {
        var played = 0;
        for (; !stop.IsCancellationRequested; played++)
        {
            await RawHttp.Exchange(product.Server, corpus[(player + played * AtOnce) % corpus.Length].As(product.Bearer));
            await Task.Delay(Pause, CancellationToken.None);
        }

        return played;
    }
}
