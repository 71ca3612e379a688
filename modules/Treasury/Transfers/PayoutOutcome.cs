using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Withdrawals;

namespace Cryptocardium.Treasury.Transfers;

// What a step of a payout means for the withdrawal or the deposit that it belongs to.
internal sealed class PayoutOutcome(UnitOfWork unit, StoredPayouts payouts, StoredTopups topups, WithdrawalEvents events)
{
    public async ValueTask Sent(Payout payout)
    {
        if (payout.Kind == PayoutKind.Withdrawal)
        {
            var withdrawal = await payouts.WithdrawalOf(payout);
            withdrawal.Broadcast(payout.TxHash!, unit.Now);
            events.Raise(EventTypes.WithdrawalBroadcasted, withdrawal);
        }
    }

    public async ValueTask Confirmed(Payout payout)
    {
        if (payout.Kind == PayoutKind.Withdrawal)
        {
            var withdrawal = await payouts.WithdrawalOf(payout);
            withdrawal.Confirm(unit.Now);
            events.Raise(EventTypes.WithdrawalConfirmed, withdrawal);
            return;
        }

        // A deposit changes under the lock of its top-up alone.
        await topups.TakeAll([await payouts.TopupOf(payout)]);
        (await payouts.DepositOf(payout)).Return(payout.TxHash!, unit.Now);
    }

    // A refund that must not be paid leaves its money set aside, for the operator to decide.
    public async ValueTask Failed(Payout payout, FailureReason reason)
    {
        if (payout.Kind == PayoutKind.Withdrawal)
        {
            var withdrawal = await payouts.WithdrawalOf(payout);
            withdrawal.Fail(reason, unit.Now);
            events.Raise(EventTypes.WithdrawalFailed, withdrawal);
        }
    }
}
