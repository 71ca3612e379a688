using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Simulator;

internal sealed class SimulatedCapital(ChainRails rails, ChainCatalog chains, SimulatedBlocks blocks) : ISimulatedCapital
{
    // An account's withdrawals from a simulated chain beyond its deposits there; the rest of the capital is for other accounts.
    private static readonly Usd Allowance = Usd.FromDollars(250_000);

    public async ValueTask<bool> Covers(Payout payout, Usd unsent) =>
        !rails.For(payout.Mode).IsSimulated
        || await blocks.NetDeposits(payout.AccountId, payout.Mode, payout.Chain) + Allowance >= unsent + payout.Charged;

    public async ValueTask ChangeHoldings(Mode mode, string chain, Usd amount)
    {
        if (rails.For(mode).IsSimulated)
        {
            await blocks.ChangeHoldings(mode, chains.Get(chain), amount);
        }
    }
}
