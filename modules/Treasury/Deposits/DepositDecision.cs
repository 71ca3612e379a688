using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Deposits;

// Decides on a final deposit: credit, reject, hold or postpone.
internal sealed class DepositDecision(
    UnitOfWork unit, DenyList denyList, DepositCredit depositCredit, TopupJournals journals, TopupEvents events, Refunds refunds)
{
    // Until the next attempt when the deny-list cannot be read.
    private static readonly TimeSpan UnreadableListPause = TimeSpan.FromSeconds(5);

    public async ValueTask Decide(Topup topup, Deposit deposit, Transfer transfer, IReadOnlyList<Deposit> deposits)
    {
        var verdict = denyList.JudgeSender(deposit.Sender);
        if (verdict == DenyVerdict.Unknown)
        {
            deposit.Postpone(unit.Now + UnreadableListPause);
        }
        else if (deposit.Asset != topup.Asset)
        {
            await Refuse(deposit, transfer, verdict);
        }
        else if (verdict == DenyVerdict.Denied || (transfer.CannotSettle && deposit.Sender.Length == 0))
        {
            deposit.Hold(unit.Now);
            await journals.Hold(topup, deposit);
        }
        else if (transfer.CannotSettle)
        {
            await Fail(topup, deposit, transfer, deposits);
        }
        else
        {
            await Credit(topup, deposit, deposits);
        }
    }

    // Another token is in no ledger account. It is refunded unless the sender is denied or unknown.
    private async ValueTask Refuse(Deposit deposit, Transfer transfer, DenyVerdict verdict)
    {
        deposit.Reject(unit.Now);
        if (verdict == DenyVerdict.Allowed && deposit.Sender.Length > 0)
        {
            await refunds.OpenIfWorthIt(deposit, transfer.Amount);
        }
    }

    private async ValueTask Fail(Topup topup, Deposit deposit, Transfer transfer, IReadOnlyList<Deposit> deposits)
    {
        var failure = topup.Fail(unit.Now);
        deposit.Reject(unit.Now);
        await journals.Refuse(topup, deposit, failure);
        await refunds.Open(deposit, deposit.Sender, transfer.Amount, deposit.Received);
        if (failure.IsNew)
        {
            events.Raise(EventTypes.TopupError, topup, TopupView.Of(topup, deposits));
        }
    }

    private async ValueTask Credit(Topup topup, Deposit deposit, IReadOnlyList<Deposit> deposits)
    {
        var credit = await depositCredit.Receive(topup, deposit);
        await journals.Credit(topup, deposit, credit);
        events.Raise(credit.Completes ? EventTypes.TopupConfirmed : EventTypes.TopupDepositCredited, topup, TopupView.Of(topup, deposits));
    }
}
