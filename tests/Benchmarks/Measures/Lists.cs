using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class Lists : IMeasure
{
    private const long Rows = 100_000;
    private const int PageSize = 25;
    private const int Page = 1_000;
    private const int StepSize = 100;
    private const int Amounts = 97;
    private const double Goal = 1.2;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    public string Name => "lists";

    public string Question => "Page 1 000 of 100 000 transactions against page 1, by each sort.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        await Fill(product, settings, progress);
        foreach (var sort in new[] { "-created_at", "created_at", "-amount_usd", "amount_usd" })
        {
            var first = $"/v1/transactions?limit={PageSize}&sort={sort}";
            var last = $"{first}&cursor={await CursorBefore(product, sort)}";
            List<double> firsts = [], lasts = [], ratios = [];
            for (var round = 0; round <= settings.Rounds; round++)
            {
                var (one, far) = (await Median(product, first), await Median(product, last));
                progress($"round {round}: {sort}, page 1 {one:N0} µs, page {Page:N0} {far:N0} µs{(round == 0 ? " (warm-up)" : "")}");
                if (round > 0)
                {
                    firsts.Add(one);
                    lasts.Add(far);
                    ratios.Add(far / one);
                }
            }

            report.Figure(Name, $"page 1 by {sort}", firsts, "µs");
            report.Figure(Name, $"page {Page:N0} by {sort}", lasts, "µs");
            report.AtMost(Name, $"page {Page:N0} ÷ page 1 by {sort}", ratios, Goal);
        }
    }

    private static async Task Fill(Product product, Settings settings, Action<string> progress)
    {
        var client = new LoadClient(product.Server, (connection, n) => product.Purchase($"0.{1 + ((connection + n) % Amounts):00}"));
        while (WriteSet.Count(product.Database, "cards_transaction") is var stored && stored < Rows)
        {
            progress($"{stored:N0} of {Rows:N0} transactions");
            await client.Run(settings.Connections, settings.Duration);
        }
    }

    private static async Task<double> Median(Product product, string path)
    {
        var request = product.Request("GET", path);
        return (await new LoadClient(product.Server, (_, _) => request).Run(1, Burst)).MedianMicroseconds;
    }

    private static async Task<string> CursorBefore(Product product, string sort)
    {
        using var api = product.Api();
        var cursor = "";
        for (var rows = 0; rows < (Page - 1) * PageSize; rows += StepSize)
        {
            var left = Math.Min(StepSize, (Page - 1) * PageSize - rows);
            var page = await TestAccount.Ok(api.Get($"/v1/transactions?limit={left}&sort={sort}{cursor}"));
            cursor = "&cursor=" + page["next_cursor"];
        }

        return cursor["&cursor=".Length..];
    }
}
