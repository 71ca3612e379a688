using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;

namespace Cryptocardium.Treasury.Domain;

// A withdrawal that keeps to every rule but those of balances.
internal sealed record WithdrawalTerms(Mode Mode, Chain Chain, Usd Amount)
{
    public Usd Net => Amount - Chain.NetworkFeeUsd;
}
