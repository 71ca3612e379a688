using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Simulator;

// A token transfer on a simulated chain.
internal sealed class SimulatedTransferRow
{
    public required string TxHash { get; set; }

    public int TxIndex { get; set; }

    public required string ChainId { get; set; }

    public required string FromAddress { get; set; }

    public required string ToAddress { get; set; }

    public required string Token { get; set; }

    public Usd AmountUsd { get; set; }

    // Text, because tokens with 18 decimals exceed 64 bits.
    public required string Units { get; set; }

    public int Decimals { get; set; }

    public bool CannotSettle { get; set; }

    // Blocks to mine after its own when it is due.
    public int Depth { get; set; }

    // Null before it is mined, and after a reorganization removed its block.
    public long? Block { get; set; }

    // The time at which it is mined; null afterwards.
    public DateTimeOffset? DueAt { get; set; }
}
