using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Deposits;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Records an observation of a top-up address. Returns false for one that is out of date; the job observes the address again.
internal sealed record RecordObservation(AddressObservation Observation) : ICommand<Result<bool>>;

internal sealed class RecordObservationHandler(DepositSettlement settlement) : ICommandHandler<RecordObservation, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RecordObservation command, CancellationToken cancellationToken) =>
        await settlement.Record(command.Observation);
}
