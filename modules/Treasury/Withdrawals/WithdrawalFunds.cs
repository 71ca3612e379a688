using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Withdrawals;

// The conditions of a withdrawal that depend on balances. Reserve comes before Refusal: its journal locks the customer's ledger
// account, so no other withdrawal of the account is checked until this one has committed.
internal sealed class WithdrawalFunds(UnitOfWork unit, PayoutJournals journals, ChainLiquidity liquidity, ISimulatedCapital? capital = null)
{
    // Each open withdrawal is a transfer to watch.
    private const long OpenMost = 50;

    public ValueTask<bool> IsInArrears(AccountId account, Mode mode) => journals.IsInArrears(account, mode);

    public ValueTask<Posting> Reserve(Payout payout) => journals.Reserve(payout);

    /// <summary>The reason to refuse the withdrawal although the customer has the money; null if there is none.</summary>
    public async ValueTask<Error?> Refusal(Payout payout, WithdrawalTerms terms)
    {
        var (open, unsent) = await unit.One(
            PayoutSql.OpenOf, static row => (row.GetInt64("open_payouts"), row.GetUsd("unsent")), payout.AccountId, payout.Mode, payout.Chain);
        if (open >= OpenMost)
        {
            return Errors.WithdrawalLimitReached;
        }

        return (capital is null || await capital.Covers(payout, unsent)) && await liquidity.Promise(payout, terms.Chain)
            ? null
            : ChainLiquidity.Unavailable;
    }
}
