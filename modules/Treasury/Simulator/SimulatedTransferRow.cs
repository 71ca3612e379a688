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

    // Beyond 64 bits where a token has 18 decimals.
    public required string Units { get; set; }

    public int Decimals { get; set; }

    public bool CannotSettle { get; set; }

    // Blocks to mine on top of its own when it reaches one.
    public int Depth { get; set; }

    // Null while it is on its way, and after a reorganisation.
    public long? Block { get; set; }

    // When it reaches a block; null once it has.
    public DateTimeOffset? DueAt { get; set; }
}
