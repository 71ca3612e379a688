using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class Statement : IMeasure
{
    private const int Entries = 100_000;
    private const int Months = 12;
    private const int Cards = 10_000;
    private const int Few = 2_000;
    private const int PageSize = 100;
    private const int Requests = 21;
    private const double GoalMilliseconds = 50;

    public string Name => "statement";

    public string Question => "Pages, CSV and past balances of an account with 100 000 entries over twelve months, and of one with 10 000 cards.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        host.Clock.SetBack(host.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow().AddMonths(-Months - 2));
        using var year = await History.Of(host, Entries, Months, progress);
        using var month = await History.Of(host, Entries, 1, progress);
        using var cards = await History.Of(host, Few, 1, progress);
        await host.RunJobs();
        await ManyCards.Give(host.Database, cards.Owner, Cards);
        await cards.SignIn();
        await year.SignIn();
        await month.SignIn();

        var cursor = await CursorAt(year, PageSize - 1);
        var middle = year.Periods[Months / 2];
        (string What, History Of, string Path, string? Accept)[] reads =
        [
            ("first page of entries", year, $"/v1/ledger/entries?limit={PageSize}", null),
            ($"page {PageSize} of entries", year, $"/v1/ledger/entries?limit={PageSize}&cursor={cursor}", null),
            ("statement of a month, first page", year, $"/v1/statements/{middle}?limit={PageSize}", null),
            ("list of statements", year, "/v1/statements", null),
            ("CSV of a month", year, $"/v1/statements/{middle}", "text/csv"),
            ("balance in the past", year, $"/v1/balance?as_of={middle}-15T00:00:00Z", null),
            ($"statement of a month with {Entries:N0} entries", month, $"/v1/statements/{month.Periods[0]}?limit={PageSize}", null),
            ($"CSV of a month with {Entries:N0} entries", month, $"/v1/statements/{month.Periods[0]}", "text/csv"),
            ($"first page of entries, {Cards:N0} cards", cards, $"/v1/ledger/entries?limit={PageSize}", null),
            ($"proof, {Cards:N0} cards", cards, $"/v1/ledger/proof?limit={PageSize}", null),
        ];
        var medians = reads.ToDictionary(read => read.What, _ => new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            foreach (var (what, of, path, accept) in reads)
            {
                var median = await Median(of, path, accept);
                progress(string.Create(CultureInfo.InvariantCulture, $"round {round}: {what} {median:0.0} ms{(round == 0 ? " (warm-up)" : "")}"));
                if (round > 0)
                {
                    medians[what].Add(median);
                }
            }
        }

        foreach (var (what, values) in medians)
        {
            report.AtMost(Name, what, values, GoalMilliseconds, "ms");
        }
    }

    private static async Task<string> CursorAt(History history, int page)
    {
        var cursor = "";
        for (var i = 0; i < page; i++)
        {
            using var json = JsonDocument.Parse(await history.Get($"/v1/ledger/entries?limit={PageSize}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}", null));
            cursor = json.RootElement.GetProperty("next_cursor").GetString()!;
        }

        return cursor;
    }

    private static async Task<double> Median(History history, string path, string? accept)
    {
        var taken = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await history.Get(path, accept);
            taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        taken.Sort();
        return taken[taken.Count / 2];
    }
}
