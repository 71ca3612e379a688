namespace Cryptocardium.Treasury.Rails;

// A transfer as it is sent, and the hash by which its chain will know it.
internal sealed record SignedTransfer(byte[] Bytes, string TxHash);
