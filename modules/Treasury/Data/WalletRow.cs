namespace Cryptocardium.Treasury.Data;

// A paying wallet and the nonce of its next transfer.
internal sealed class WalletRow
{
    public required string Id { get; set; }

    public long NextNonce { get; set; }
}
