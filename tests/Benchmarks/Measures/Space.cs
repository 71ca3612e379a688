using System.Globalization;
using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

// Bytes that an authorization adds to the database, and its part of the request log, which is pruned.
internal sealed class Space : IMeasure
{
    private const double BytesGoal = 2_700;
    private const double KeyGoal = 400;
    private const string Log = "accounts_request";

    // The log is written after the responses.
    private static readonly TimeSpan LogDelay = TimeSpan.FromSeconds(3);

    public string Name => "space";

    public string Question => "Bytes per authorization in the tables and in the request log, without and with a key.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        var plain = product.Authorization();
        var without = await PerAuthorization(product, settings, (_, _) => plain, progress);
        var with = await PerAuthorization(
            product, settings, (connection, n) => product.Authorization(string.Create(CultureInfo.InvariantCulture, $"space_{connection}_{n}")), progress);
        report.AtMost(Name, "database, without the request log", [without.Total - without.Log], BytesGoal, "B");
        report.Figure(Name, "request log", [without.Log], "B");
        report.AtMost(Name, "added by a key", [with.Total - with.Log - without.Total + without.Log], KeyGoal, "B");
    }

    private static async Task<(double Total, double Log)> PerAuthorization(
        Product product, Settings settings, Func<int, long, byte[]> request, Action<string> progress)
    {
        var (before, countBefore) = (await TableSizes.Of(product.Database), Count(product));
        await new LoadClient(product.Server, request).Run(settings.Connections, settings.Duration);
        await Task.Delay(LogDelay);
        var (after, count) = (await TableSizes.Of(product.Database), Count(product) - countBefore);
        var grown = after.ToDictionary(table => table.Key, table => (double)(table.Value - before[table.Key]) / count);
        progress($"{count:N0} authorizations, bytes each: " + string.Join(", ", grown.Where(table => table.Value >= 1).OrderByDescending(table => table.Value)
            .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} {table.Value:0}"))));
        return (grown.Values.Sum(), grown[Log]);
    }

    private static long Count(Product product) => WriteSet.Count(product.Database, "cards_transaction");
}
