using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Simulator;

// A simulated chain of one account and mode.
internal sealed class SimulatedChainRow
{
    public required string Id { get; set; }

    public long Height { get; set; }

    // What was ever sent to our addresses there, in the token that is credited; whether it stands in a block or not.
    public Usd Received { get; set; }

    // What our wallet there ever sent in that token, without what the chain refused.
    public Usd Paid { get; set; }
}
