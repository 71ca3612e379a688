using System.Diagnostics;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Measures;

internal sealed class StartUp : IMeasure
{
    private const double GoalSeconds = 0.8;

    public string Name => "start";

    public string Question => "From starting the process on an empty, migrated database to its first answer.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        List<double> seconds = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            await using var database = await TestDatabase.Create(Engine.Sqlite);
            var start = Stopwatch.GetTimestamp();
            using var server = await ServerProcess.Start(database);
            var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            progress($"round {round}: {elapsed:0.00} s{(round == 0 ? " (warm-up)" : "")}");
            if (round > 0)
            {
                seconds.Add(elapsed);
            }
        }

        report.AtMost(Name, "start to ready", seconds, GoalSeconds, "s");
    }
}
