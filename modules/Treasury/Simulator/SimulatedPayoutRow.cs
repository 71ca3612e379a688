namespace Cryptocardium.Treasury.Simulator;

// A transfer that a simulated chain took from our wallet there.
internal sealed class SimulatedPayoutRow
{
    public required string TxHash { get; set; }

    public required string ChainId { get; set; }

    public long Nonce { get; set; }

    public required string ToAddress { get; set; }

    public required string Token { get; set; }

    // Beyond 64 bits where a token has 18 decimals.
    public required string Units { get; set; }

    public int Decimals { get; set; }

    // The block that it stands in once that is mined.
    public long Block { get; set; }

    public bool Reverted { get; set; }

    // How often its bytes arrived. The chain moves the tokens once.
    public int TimesSent { get; set; }
}
