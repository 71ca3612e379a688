namespace Cryptocardium.Treasury.Rails;

// A raw transaction and its hash.
internal sealed record SignedTransfer(byte[] Bytes, string TxHash);
