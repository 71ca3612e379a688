using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Time passes, and mostly the jobs run; sometimes they run late.</summary>
internal static class Clock
{
    private const int LongPercent = 5;
    private const int JobsPercent = 70;
    private const int MostMinutes = 45;

    private static readonly TimeSpan MoreThanADay = TimeSpan.FromHours(25);

    public static async Task<bool> Advance(Run run)
    {
        run.Advance(run.Dice.Chance(LongPercent) ? MoreThanADay : TimeSpan.FromMinutes(1 + run.Dice.Below(MostMinutes)));
        if (run.Dice.Chance(JobsPercent))
        {
            await run.Host.RunJobs();
            Jobs.Run(run.World);
        }

        return true;
    }
}
