using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Deposits;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Writes down what a chain showed at the address of a top-up. Answers whether it did: what is out of date is left for the next look.
internal sealed record RecordObservation(AddressObservation Observation) : ICommand<Result<bool>>;

internal sealed class RecordObservationHandler(DepositSettlement settlement) : ICommandHandler<RecordObservation, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RecordObservation command, CancellationToken cancellationToken) =>
        await settlement.Record(command.Observation);
}
