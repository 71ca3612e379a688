using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Simulator;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class SimulateBlocksHandler(Call call, IAccounts accounts, ChainCatalog chains, ChainRails rails, BlockSimulation simulation)
    : ICommandHandler<SimulateBlocks, Result<V1.SimulatedChain>>
{
    public async ValueTask<Result<V1.SimulatedChain>> Handle(SimulateBlocks command, CancellationToken cancellationToken)
    {
        if (chains.Find(command.Chain) is not { } chain)
        {
            return chains.Unsupported;
        }

        // Any mode may be named, because mining creates nothing: a sandbox account mines for its first live top-up as well.
        var mode = command.Body?.Mode is { } named ? ModeText.Parse(named) : await accounts.ModeOf(call.Caller);
        if ((call.Caller.Mode ?? mode) != mode)
        {
            return new Error(Errors.ModeNotAllowed) { Param = "mode" };
        }

        return rails.For(mode).IsSimulated
            ? await simulation.Run(call.Account, mode, chain, command.Body ?? new SimulateBlocksRequest())
            : Errors.SandboxOnly;
    }
}
