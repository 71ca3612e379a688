using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Puts simulated transfers whose delay is over into blocks, of one chain at a time, and looks at what that changed.
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
    // Whether there may be more.
    public async ValueTask<Result<bool>> Handle(MineDueTransfers command, CancellationToken cancellationToken)
    {
        var concerned = await topups.AffectedBy(await blocks.MineDue());
        await settlement.Settle(concerned);
        return concerned.Count > 0;
    }
}
