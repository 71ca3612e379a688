using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Books what a chain said of a payout, which is final.
internal sealed record ConcludePayout(string Id, PayoutObservation PayoutObservation) : ICommand<Result<bool>>;

internal sealed class ConcludePayoutHandler(StoredPayouts payouts, PayoutConclusion conclusion) : ICommandHandler<ConcludePayout, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(ConcludePayout command, CancellationToken cancellationToken)
    {
        foreach (var payout in await payouts.TakeAll([command.Id]))
        {
            await conclusion.Conclude(payout, command.PayoutObservation);
        }

        return true;
    }
}
