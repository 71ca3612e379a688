using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Withdrawals;

namespace Cryptocardium.Treasury.Transfers;

// Carries a step of a payout over to its withdrawal or deposit.
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

        // The lock of the top-up protects its deposits.
        await topups.TakeAll([await payouts.TopupOf(payout)]);
        (await payouts.DepositOf(payout)).Return(payout.TxHash!, unit.Now);
    }

    // The amount of a refund that must not be paid stays in L.refundable; an operator decides.
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
