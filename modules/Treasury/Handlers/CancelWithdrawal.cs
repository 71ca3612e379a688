using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using WithdrawalStatus = Cryptocardium.Treasury.Domain.WithdrawalStatus;

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

        var withdrawal = await payouts.WithdrawalOf(payout);
        if (payout.State != PayoutState.Held)
        {
            return new Error(Errors.ConflictState) { Message = Refusal(withdrawal.Status) };
        }

        payout.Cancel(unit.Now);
        withdrawal.Cancel(unit.Now);
        await journals.Release(payout);
        return events.Raise(EventTypes.WithdrawalFailed, withdrawal);
    }

    private static string Refusal(WithdrawalStatus status) => status == WithdrawalStatus.Created
        ? "The withdrawal is signed and about to be sent; it can be cancelled only before that."
        : $"The withdrawal is {EnumText.Of(status)}; only one that is created and not signed yet can be cancelled.";
}
