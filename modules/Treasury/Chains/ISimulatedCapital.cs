using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Chains;

// The money on simulated chains, which needs limits and movements of its own; not registered without a simulator. Its methods do
// nothing and refuse nothing in a mode whose chains are real.
internal interface ISimulatedCapital
{
    // Whether the account may withdraw this payout as well. Unsent is the sum of its other payouts over the chain that are not sent.
    ValueTask<bool> Covers(Payout payout, Usd unsent);

    // Moves tokens of the program to a chain (or away, if negative), as an operator has recorded it.
    ValueTask ChangeHoldings(Mode mode, string chain, Usd amount);
}
