using System.Globalization;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios.Space;

// A long run at two authorizations a second, each with a key, on a simulated clock. Request logs and stored replies stop to grow once the first
// of them expire, and the space that they free is used again.
[Trait("Suite", "Soak")]
public sealed class PruningTests(ITestOutputHelper output)
{
    private const int PerSecond = 2;
    private const int AtOnce = 32;
    private const double FileGrowthMax = 1.05;

    // Pages are filled differently from step to step.
    private const double FlatMax = 1.05;

    private static readonly TimeSpan Length = TimeSpan.FromHours(Budget.Of(3, 72));
    private static readonly TimeSpan Retention = Budget.IsSoak ? TimeSpan.FromHours(12) : TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Step = Length / 36;

    // Stored replies expire after 24 hours, which only the long run reaches.
    private static readonly string[] Pruned = Budget.IsSoak ? [.. TableSizes.Pruned] : [TableSizes.Pruned[0]];

    // Shorter than the idle time of a session.
    private static readonly TimeSpan SessionRenewal = TimeSpan.FromHours(6);

    [DatabaseTheory]
    public async Task Pruned_tables_stop_growing_and_their_space_is_used_again(Engine engine)
    {
        await using var host = await TestHost.Start(engine, $"--Retention:RequestLogs={Retention}");
        var account = await host.SignUpWith(500_000);
        var card = await account.IssueCard(load: 400_000);
        IReadOnlyDictionary<string, long>? half = null;
        long fileAtHalf = 0, flatMost = 0;
        var sinceSignIn = TimeSpan.Zero;
        for (var step = 1; step <= Length / Step; step++)
        {
            await Fill(host, account, card, step);
            if ((sinceSignIn += Step) > SessionRenewal)
            {
                (account, sinceSignIn) = (await account.SignInAgain(), TimeSpan.Zero);
            }

            await Vacuum(host);
            var sizes = await TableSizes.Of(host.Database);
            var file = await TableSizes.File(host.Database);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Step * step}: file {file / 1_000_000.0:0.0} MB; {TableSizes.Text(sizes)}"));
            if (step == Length / Step / 2)
            {
                (half, fileAtHalf) = (sizes, file);
            }
            else if (half is not null)
            {
                flatMost = Math.Max(flatMost, Flat(sizes));
            }
        }

        var end = await TableSizes.Of(host.Database);
        var grown = end.Where(table => !Pruned.Contains(table.Key)).Sum(table => table.Value - half![table.Key]);
        Assert.InRange(flatMost, 1, (long)(Flat(half!) * FlatMax));
        Assert.InRange(await TableSizes.File(host.Database) - fileAtHalf, 1, (long)(grown * FileGrowthMax));
        account.Dispose();
    }

    private static long Flat(IReadOnlyDictionary<string, long> sizes) => Pruned.Sum(table => sizes.GetValueOrDefault(table));

    private static async Task Fill(TestHost host, TestAccount account, string card, int step)
    {
        var authorizations = (int)(Step.TotalSeconds * PerSecond);
        for (var done = 0; done < authorizations; done += AtOnce)
        {
            var now = Math.Min(AtOnce, authorizations - done);
            var first = done;
            await Task.WhenAll(Enumerable.Range(0, now).Select(i => account.Authorize(card, 0.01m, $"{step}-{first + i}")));
            host.Clock.Advance(TimeSpan.FromSeconds((double)now / PerSecond));
        }

        await host.RunJobs();
    }

    // PostgreSQL vacuums by itself, but on its own clock.
    private static async Task Vacuum(TestHost host)
    {
        if (host.Database.Engine == Engine.Postgres)
        {
            await DatabaseRows.Of(host.Database, "VACUUM", _ => 0);
        }
    }
}
