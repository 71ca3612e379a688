using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class CancelTopupHandler(UnitOfWork unit, Call call, StoredTopups topups, TopupClosing closing)
    : ICommandHandler<CancelTopup, Result<V1.Topup>>
{
    public async ValueTask<Result<V1.Topup>> Handle(CancelTopup command, CancellationToken cancellationToken)
    {
        if (await topups.Take(call.Rows, command.TopupId) is not { } topup)
        {
            return new Error(Errors.ResourceNotFound) { Param = "topup_id" };
        }

        return topup.CanBeCancelled(unit.Now) ? await closing.Cancel(topup) : Errors.ConflictState;
    }
}
