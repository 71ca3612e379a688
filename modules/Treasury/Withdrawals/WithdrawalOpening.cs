using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Contract;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Withdrawals;

// Creates a withdrawal: reserves the money, checks that the chain can pay it, and stores the rows.
internal sealed class WithdrawalOpening(
    UnitOfWork unit, IdSource ids, StoredPayouts payouts, WithdrawalFunds funds, WithdrawalEvents events, IFundingHint hint)
{
    public async ValueTask<Result<V1.Withdrawal>> Open(AccountId account, WithdrawalTerms terms, string address, TimeSpan delay)
    {
        var withdrawal = Withdrawal.Create(ids.New<WithdrawalId>(), account, terms, address, unit.Now);
        var payout = Payout.Of(withdrawal, terms, delay);
        if ((await funds.Reserve(payout)).FellShort(out var missing))
        {
            return new Error(Errors.InsufficientTreasuryBalance)
            {
                Param = "amount_usd",
                Required = missing.Required,
                Available = missing.Available,
                Hint = hint.For(terms.Mode),
            };
        }

        if (await funds.Refusal(payout, terms) is { } refusal)
        {
            return refusal;
        }

        await payouts.Add(withdrawal);
        await payouts.Add(payout);
        return events.Raise(EventTypes.WithdrawalCreated, withdrawal);
    }
}
