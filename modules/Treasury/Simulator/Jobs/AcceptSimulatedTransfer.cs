using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Delivers bytes to the node of a simulated chain, in a commit of its own, because a real node is not part of our transactions.
internal sealed record AcceptSimulatedTransfer(string Chain, byte[] Bytes) : ICommand<Result<bool>>;

internal sealed class AcceptSimulatedTransferHandler(SimulatedWallet wallet) : ICommandHandler<AcceptSimulatedTransfer, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(AcceptSimulatedTransfer command, CancellationToken cancellationToken)
    {
        await wallet.Accept(command.Chain, command.Bytes);
        return true;
    }
}
