using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Mines one block on a simulated chain, which also confirms the deposits on it.
internal sealed record MineBlock(AccountId Account, Mode Mode, string Chain) : ICommand<Result<bool>>;

internal sealed class MineBlockHandler(SimulatedBlocks blocks, StoredTopups topups, SimulatedSettlement settlement)
    : ICommandHandler<MineBlock, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(MineBlock command, CancellationToken cancellationToken)
    {
        await blocks.MineOne(command.Account, command.Mode, command.Chain);
        await settlement.Settle(await topups.Awaiting(command.Account, command.Mode, command.Chain));
        return true;
    }
}
