namespace Cryptocardium.Treasury.Data;

// A token transfer on a simulated chain.
internal sealed class SimulatedTransferRow
{
    public required string TxHash { get; set; }

    public int TxIndex { get; set; }

    public required string ChainId { get; set; }

    public required string ToAddress { get; set; }

    public required string Token { get; set; }

    // Beyond 64 bits where a token has 18 decimals.
    public required string Units { get; set; }

    public int Decimals { get; set; }

    public long Block { get; set; }
}
