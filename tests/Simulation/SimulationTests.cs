using System.Globalization;
using Cryptocardium.Kernel.Data;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Simulation;

// Random streams of everything that can happen, and a model that says after each event what the books must be.
[Trait("Suite", "Soak")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Names the environment variable that holds a seed to play instead of the usual ones.</summary>
    public const string SeedVariable = "CRYPTOCARDIUM_SEED";

    // A serial client waits for the disk most of the time; others use the machine meanwhile.
    private const int AtOnce = 4;

    private static readonly int Seeds = Budget.Of(everyChange: 10, soak: 200);

    /// <summary>The first of the seeds that play at once.</summary>
    public static IEnumerable<object[]> FirstSeeds =>
        from first in Given is { } seed ? [seed] : Enumerable.Range(1, Seeds).Where(seed => seed % AtOnce == 1)
        select new object[] { first };

    private static int? Given =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    [DatabaseTheory]
    [MemberData(nameof(FirstSeeds))]
    public async Task Every_balance_is_what_the_model_says_after_every_event(Engine engine, int firstSeed)
    {
        // Statements on PostgreSQL travel, so it plays fewer events; what differs between the engines shows early.
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
