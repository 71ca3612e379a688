namespace Cryptocardium.Treasury.Data;

// A wallet that pays, and how many transfers it has signed.
internal sealed class WalletRow
{
    public required string Id { get; set; }

    public long NextNonce { get; set; }
}
