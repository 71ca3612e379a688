using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// What a withdrawal asks of the books and of its chain. All but the first are asked after the customer's money is set aside, which
// holds back another withdrawal of this account until this one has committed.
internal sealed class WithdrawalFunds(UnitOfWork unit, PayoutJournals books, ChainLiquidity liquidity, ChainRails rails, SimulatedBlocks simulated)
{
    // Each open withdrawal is a transfer to be watched.
    private const long OpenMost = 50;

    // What an account gets out of its simulated chain beyond what it brought there: the rest of the simulated capital is for others.
    private static readonly Usd SimulatedAllowance = Usd.FromDollars(250_000);

    public ValueTask<bool> IsInArrears(AccountId account, Mode mode) => books.IsInArrears(account, mode);

    public ValueTask<Posting> Reserve(Payout payout) => books.Reserve(payout);

    /// <summary>Why the withdrawal cannot be made although the customer has the money; null when it can.</summary>
    public async ValueTask<Error?> Refusal(Payout payout, WithdrawalTerms terms)
    {
        var (open, unsent) = await unit.One(
            PayoutSql.OpenOf, static row => (row.GetInt64(0), new Usd(row.GetInt64(1))), payout.AccountId, payout.Mode, payout.Chain);
        if (open >= OpenMost)
        {
            return Errors.WithdrawalLimitReached;
        }

        return await IsFair(payout, unsent) && await liquidity.Promise(payout, terms.Chain) ? null : ChainLiquidity.Unavailable;
    }

    private async ValueTask<bool> IsFair(Payout payout, Usd unsent) =>
        !rails.For(payout.Mode).IsSimulated
        || await simulated.NetDeposits(payout.AccountId, payout.Mode, payout.Chain) + SimulatedAllowance >= unsent + payout.Charged;
}
