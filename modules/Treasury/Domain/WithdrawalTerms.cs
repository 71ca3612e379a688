using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;

namespace Cryptocardium.Treasury.Domain;

// A requested withdrawal that satisfies all rules that do not depend on balances.
internal sealed record WithdrawalTerms(Mode Mode, Chain Chain, Usd Amount)
{
    public Usd Net => Amount - Chain.NetworkFeeUsd;
}
