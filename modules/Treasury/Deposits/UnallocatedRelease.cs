using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Deposits;

// Credits or refunds a held deposit, as an operator decided.
internal sealed class UnallocatedRelease(UnitOfWork unit, DepositCredit depositCredit, TopupJournals journals, TopupEvents events, Refunds refunds)
{
    // The deposit counts as any other: if the top-up is no longer pending, it is credited late.
    public async ValueTask Credit(Topup topup, Deposit deposit)
    {
        var credit = await depositCredit.Receive(topup, deposit);
        await journals.CreditHeld(topup, deposit, credit);
        await events.Raise(credit.Completes ? EventTypes.TopupConfirmed : EventTypes.TopupDepositCredited, topup);
    }

    public async ValueTask Refund(Topup topup, Deposit deposit, TokenAmount amount)
    {
        deposit.Reject(unit.Now);
        await journals.RefuseHeld(topup, deposit);
        await refunds.Open(deposit, deposit.Sender, amount, deposit.Received);
    }
}
