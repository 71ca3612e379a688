using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Simulator;

// A simulated chain of one account and mode.
internal sealed class SimulatedChainRow
{
    public required string Id { get; set; }

    public long Height { get; set; }

    // The greatest height from which a reorganization removed blocks.
    public long ReorganizedFrom { get; set; }

    // The sum ever sent to deposit addresses in the credited token, mined or not.
    public Usd Received { get; set; }

    // The sum ever paid out in that token, without reverted transfers.
    public Usd Paid { get; set; }
}
