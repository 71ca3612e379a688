using System.Globalization;
using Cryptocardium.Kernel.Data;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Simulation;

// Random streams of events, with a model that predicts the books after each event.
[Trait("Suite", "Soak")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>The environment variable with a seed to run instead of the default ones.</summary>
    public const string SeedVariable = "CRYPTOCARDIUM_SEED";

    // A serial client mostly waits for the disk, so several seeds run in parallel.
    private const int AtOnce = 4;

    private static readonly int Seeds = Budget.Of(everyChange: 10, soak: 200);

    /// <summary>The first seed of each parallel group.</summary>
    public static IEnumerable<object[]> FirstSeeds =>
        from first in Given is { } seed ? [seed] : Enumerable.Range(1, Seeds).Where(seed => seed % AtOnce == 1)
        select new object[] { first };

    private static int? Given =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    [DatabaseTheory]
    [MemberData(nameof(FirstSeeds))]
    public async Task Every_balance_is_what_the_model_says_after_every_event(Engine engine, int firstSeed)
    {
        // PostgreSQL has a round trip per statement, so it runs fewer events. Differences between the engines show early.
        var (usual, most) = engine == Engine.Sqlite ? (2_000, 5_000) : (100, 200);
        var events = Given is null ? Budget.Of(everyChange: usual, soak: most) : most;
        var seeds = Given is null ? Enumerable.Range(firstSeed, AtOnce).Where(seed => seed <= Seeds) : [firstSeed];

        var lines = await Task.WhenAll(seeds.Select(each => Task.Run(() => Run.Play(engine, each, events))));

        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }
}
