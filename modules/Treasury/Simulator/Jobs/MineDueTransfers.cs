using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Mines the due transfers of one simulated chain, and records the observations of the affected top-ups.
internal sealed record MineDueTransfers : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "mine_simulated_transfers",
        TimeSpan.FromSeconds(1),
        static async (sender, token) => (await sender.Send(new MineDueTransfers(), token)).Value);
}

internal sealed class MineDueTransfersHandler(SimulatedBlocks blocks, StoredTopups topups, SimulatedSettlement settlement)
    : ICommandHandler<MineDueTransfers, Result<bool>>
{
    // Returns whether there may be more.
    public async ValueTask<Result<bool>> Handle(MineDueTransfers command, CancellationToken cancellationToken)
    {
        var affected = await topups.AffectedBy(await blocks.MineDue());
        await settlement.Settle(affected);
        return affected.Count > 0;
    }
}
