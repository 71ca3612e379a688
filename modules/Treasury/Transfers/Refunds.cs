using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Transfers;

// Opens refunds of deposits. A deposit becomes returned once the transfer is final.
internal sealed class Refunds(UnitOfWork unit, StoredPayouts payouts, ChainCatalog chains, ChainPromises promises)
{
    // A refund costs gas, so an amount up to the network fee of a withdrawal is kept.
    public static bool IsWorthIt(Chain chain, TokenAmount amount) => amount.ToUsd() > chain.NetworkFeeUsd;

    /// <summary>Opens the refund of a deposit whose token is in no ledger account, if it is worth the gas.</summary>
    public async ValueTask OpenIfWorthIt(Deposit deposit, TokenAmount amount)
    {
        if (IsWorthIt(chains.Get(deposit.Chain), amount))
        {
            await Open(deposit, deposit.Sender, amount, Usd.Zero);
        }
    }

    /// <summary>Opens the refund of a rejected deposit in the current unit of work; a deposit has at most one.</summary>
    /// <param name="deposit">The deposit, locked by its top-up.</param>
    /// <param name="sender">The address to pay to, in the notation of the chain.</param>
    /// <param name="amount">The amount in the deposit's token.</param>
    /// <param name="booked">The amount in L.refundable of the chain for this deposit; zero for a token that is in no ledger account.</param>
    public async ValueTask Open(Deposit deposit, string sender, TokenAmount amount, Usd booked)
    {
        var payout = Payout.Of(deposit, sender, amount, booked, unit.Now);
        await payouts.Add(payout);
        await promises.Make(payout);
    }
}
