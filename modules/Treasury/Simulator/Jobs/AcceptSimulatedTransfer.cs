using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Bytes reach the node of a simulated chain. A commit of its own, as a real node would know nothing of ours.
internal sealed record AcceptSimulatedTransfer(string Chain, byte[] Bytes) : ICommand<Result<bool>>;

internal sealed class AcceptSimulatedTransferHandler(SimulatedWallet wallet) : ICommandHandler<AcceptSimulatedTransfer, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(AcceptSimulatedTransfer command, CancellationToken cancellationToken)
    {
        await wallet.Accept(command.Chain, command.Bytes);
        return true;
    }
}
