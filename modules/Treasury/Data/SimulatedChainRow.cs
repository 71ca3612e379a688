namespace Cryptocardium.Treasury.Data;

// A simulated chain of one account and mode.
internal sealed class SimulatedChainRow
{
    public required string Id { get; set; }

    public long Height { get; set; }
}
