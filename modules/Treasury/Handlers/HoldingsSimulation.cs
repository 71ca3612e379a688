using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// What an operator writes down has happened on a real chain; on a simulated one nobody else makes it happen.
internal sealed class HoldingsSimulation(ChainRails rails, ChainCatalogue chains, SimulatedBlocks blocks)
{
    public async ValueTask ChangeHoldings(Mode mode, string chain, Usd amount)
    {
        if (rails.For(mode).IsSimulated)
        {
            await blocks.ChangeHoldings(mode, chains.Get(chain), amount);
        }
    }
}
