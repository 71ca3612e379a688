using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.V1;
using Chain = Cryptocardium.Treasury.Chains.Chain;

namespace Cryptocardium.Treasury.Simulator;

// Moves a simulated chain on, or back and on, and looks at what that changed.
internal sealed class BlockSimulation(SimulatedBlocks blocks, SimulatedSettlement settlement, StoredTopups topups)
{
    // One unit of work looks at each of them.
    private const int TopupsMost = 100;

    public async ValueTask<Result<V1.SimulatedChain>> Run(AccountId account, Mode mode, Chain chain, SimulateBlocksRequest body)
    {
        var mined = body.Blocks ?? 1;
        var done = await blocks.Reorganize(account, mode, chain.Key, body.ReorganiseDepth ?? 0, mined, body.Reinclude ?? false);
        var awaiting = await topups.Awaiting(account, mode, chain.Key);
        var touched = await topups.IdsAt(done.Addresses);
        var concerned = awaiting.Union(touched, StringComparer.Ordinal).ToList();
        if (concerned.Count > TopupsMost)
        {
            return Errors.SimulationLimitReached;
        }

        var (_, findings) = await settlement.Settle(concerned);
        return new V1.SimulatedChain
        {
            Chain = chain.Key,
            Mode = mode.Text(),
            Height = done.Height,
            ReorganisedBlocks = done.BlocksLost,
            MinedBlocks = mined,
            DroppedDeposits = findings.Dropped,
            CreditedDeposits = findings.Credited,
        };
    }
}
