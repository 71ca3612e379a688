using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Jobs;

// Asks the chain for the transfers to the address of the named deposit. The handler refuses a deposit that does not exist.
internal sealed class DepositObservationPreparation<TMessage>(
    UnitOfWork unit, StoredTopups topups, ChainRails rails, Prepared<AddressObservation> observation) : IPreparation<TMessage>
    where TMessage : INamesDeposit
{
    public async ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        var topup = await topups.FindWith(message.Deposit);
        await unit.DisposeAsync();
        if (topup is not null)
        {
            observation.Leave(new AddressObservation(topup.Id, topup.Observations, await rails.For(topup.Mode).TransfersTo(topup)));
            await unit.DisposeAsync();
        }

        return null;
    }
}
