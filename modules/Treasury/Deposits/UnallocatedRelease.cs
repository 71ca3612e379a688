using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Deposits;

// Ends the hold on a deposit, as an operator decided.
internal sealed class UnallocatedRelease(UnitOfWork unit, TopupJournals books, TopupEvents events, ProductionThreshold production, Refunds refunds)
{
    // From here on it is a deposit like others, late when the top-up no longer waits.
    public async ValueTask Credit(Topup topup, Deposit deposit)
    {
        var credit = topup.Receive(deposit.Received, unit.Now);
        deposit.Credit(unit.Now);
        await books.CreditHeld(topup, deposit, credit);
        await events.Raise(credit.Completes ? EventTypes.TopupConfirmed : EventTypes.TopupDepositCredited, topup);
        await production.Check(topup.AccountId, [topup]);
    }

    public async ValueTask Refund(Topup topup, Deposit deposit, TokenAmount amount)
    {
        deposit.Reject(unit.Now);
        await books.RefuseHeld(topup, deposit);
        await refunds.Open(deposit, deposit.Sender, amount, deposit.Received);
    }
}
