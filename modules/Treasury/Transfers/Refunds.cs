using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Transfers;

// Sends deposits back. The deposit becomes returned once the transfer is final.
internal sealed class Refunds(UnitOfWork unit, StoredPayouts payouts, ChainCatalogue chains, ChainPromises promises)
{
    // Sending back costs gas; what is worth less than a withdrawal is charged for it stays where it is.
    public static bool IsWorthIt(Chain chain, TokenAmount amount) => amount.ToUsd() > chain.NetworkFeeUsd;

    /// <summary>Opens the refund of a deposit whose token stands in no book, when it is worth the gas.</summary>
    public async ValueTask OpenIfWorthIt(Deposit deposit, TokenAmount amount)
    {
        if (IsWorthIt(chains.Get(deposit.Chain), amount))
        {
            await Open(deposit, deposit.Sender, amount, Usd.Zero);
        }
    }

    /// <summary>Opens the refund of a rejected or held deposit, in the caller's unit of work; a deposit has one at most.</summary>
    /// <param name="deposit">The deposit, locked by its top-up.</param>
    /// <param name="sender">Who gets it, in the chain's spelling.</param>
    /// <param name="amount">How much of the deposit's token.</param>
    /// <param name="booked">What L.refundable of the chain already holds for it; zero for a token that stands in no book.</param>
    public async ValueTask Open(Deposit deposit, string sender, TokenAmount amount, Usd booked)
    {
        var payout = Payout.Of(deposit, sender, amount, booked, unit.Now);
        await payouts.Add(payout);
        await promises.Make(payout);
    }
}
