using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Chains mine blocks and are reorganized.</summary>
internal static class Blocks
{
    private const int ReorganizationPercent = 40;
    private const int MostBlocks = 25;

    private static readonly string[] Modes = [Account.Live, Account.Sandbox];

    public static async Task<bool> Simulate(Run run)
    {
        if (Accounts.Any(run) is not { } customer)
        {
            return false;
        }

        var dice = run.Dice;
        var chain = dice.Pick(Chains.All);
        var mode = dice.Pick(Modes);
        var blocks = dice.Below(MostBlocks);
        var depth = dice.Chance(ReorganizationPercent) ? dice.Below(MostBlocks) : 0;
        var reinclude = dice.Chance(50);
        var answer = await run.Caller.Post(
            customer, $"/v1/simulate/chains/{chain}/blocks", new { mode, blocks, reorg_depth = depth, reinclude }, Prediction.Ok);
        var (lost, dropped, credited) = run.World.Reorganize(customer, mode, chain, depth, blocks, reinclude);
        Assert.Equal(
            (customer.Height(mode, chain), lost, (long)blocks, (long)dropped, (long)credited),
            (Number(answer, "height"), Number(answer, "reorged_blocks"), Number(answer, "mined_blocks"),
                Number(answer, "dropped_deposits"), Number(answer, "credited_deposits")));
        return true;
    }

    private static long Number(Answer answer, string member) => answer.Json.GetProperty(member).GetInt64();
}
