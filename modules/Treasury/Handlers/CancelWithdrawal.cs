using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class CancelWithdrawalHandler(UnitOfWork unit, Call call, StoredPayouts payouts, PayoutJournals journals, WithdrawalEvents events)
    : ICommandHandler<CancelWithdrawal, Result<V1.Withdrawal>>
{
    public async ValueTask<Result<V1.Withdrawal>> Handle(CancelWithdrawal command, CancellationToken cancellationToken)
    {
        if (await payouts.Take(call.Rows, command.WithdrawalId) is not { Kind: PayoutKind.Withdrawal } payout)
        {
            return new Error(Errors.ResourceNotFound) { Param = "withdrawal_id" };
        }

        if (payout.State != PayoutState.Held)
        {
            return Errors.ConflictState;
        }

        var withdrawal = await payouts.WithdrawalOf(payout);
        payout.Cancel(unit.Now);
        withdrawal.Cancel(unit.Now);
        await journals.Release(payout);
        return events.Raise(EventTypes.WithdrawalFailed, withdrawal);
    }
}
