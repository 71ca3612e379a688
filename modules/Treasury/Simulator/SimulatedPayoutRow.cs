namespace Cryptocardium.Treasury.Simulator;

// An outbound transfer that a simulated chain has accepted.
internal sealed class SimulatedPayoutRow
{
    public required string TxHash { get; set; }

    public required string ChainId { get; set; }

    public long Nonce { get; set; }

    public required string ToAddress { get; set; }

    public required string Token { get; set; }

    // Text, because tokens with 18 decimals exceed 64 bits.
    public required string Units { get; set; }

    public int Decimals { get; set; }

    // The block of the transfer, which may not be mined yet.
    public long Block { get; set; }

    public bool Reverted { get; set; }

    // The number of times that the bytes arrived; the tokens move once.
    public int TimesSent { get; set; }
}
