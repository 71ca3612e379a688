using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;
using Topup = Cryptocardium.Treasury.Domain.Topup;
using TopupStatus = Cryptocardium.Treasury.Domain.TopupStatus;

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

        return topup.CanBeCancelled(unit.Now) ? await closing.Cancel(topup) : Refusal(topup);
    }

    private static Error Refusal(Topup topup) => new(Errors.ConflictState)
    {
        Message = topup switch
        {
            { Status: not TopupStatus.Pending } => $"The top-up is {topup.Status.Text()}; only a pending one can be cancelled.",
            { AwaitsFinality: true } => "A deposit to the top-up waits for its confirmations; only a top-up without one can be cancelled.",
            _ => "The time of the top-up has passed, so it expires; only an open one can be cancelled.",
        },
    };
}
