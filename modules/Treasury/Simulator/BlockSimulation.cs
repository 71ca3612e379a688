using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.V1;
using Chain = Cryptocardium.Treasury.Chains.Chain;

namespace Cryptocardium.Treasury.Simulator;

// Mines or reorganizes blocks of a simulated chain, and records the observations of the affected top-ups.
internal sealed class BlockSimulation(SimulatedBlocks blocks, SimulatedSettlement settlement, StoredTopups topups)
{
    // All affected top-ups are recorded in one unit of work.
    private const int TopupsMost = 100;

    public async ValueTask<Result<V1.SimulatedChain>> Run(AccountId account, Mode mode, Chain chain, SimulateBlocksRequest body)
    {
        var mined = body.Blocks ?? 1;
        var done = await blocks.Reorganize(account, mode, chain.Key, body.ReorgDepth ?? 0, mined, body.Reinclude ?? false);
        var awaiting = await topups.Awaiting(account, mode, chain.Key);
        var reached = await topups.IdsAt(done.Addresses);
        var affected = awaiting.Union(reached, StringComparer.Ordinal).ToList();
        if (affected.Count > TopupsMost)
        {
            return Errors.SimulationLimitReached;
        }

        var (_, settled) = await settlement.Settle(affected);
        return new V1.SimulatedChain
        {
            Chain = chain.Key,
            Mode = mode.Text(),
            Height = done.Height,
            ReorgedBlocks = done.BlocksLost,
            MinedBlocks = mined,
            DroppedDeposits = settled.Dropped,
            CreditedDeposits = settled.Credited,
        };
    }
}
