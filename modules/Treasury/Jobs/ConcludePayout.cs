using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Transfers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Posts the outcome of a payout whose observation is final.
internal sealed record ConcludePayout(string Id, PayoutObservation Observation) : ICommand<Result<bool>>;

internal sealed class ConcludePayoutHandler(StoredPayouts payouts, PayoutConclusion conclusion) : ICommandHandler<ConcludePayout, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(ConcludePayout command, CancellationToken cancellationToken)
    {
        foreach (var payout in await payouts.TakeAll([command.Id]))
        {
            await conclusion.Conclude(payout, command.Observation);
        }

        return true;
    }
}
