namespace Cryptocardium.Treasury.Rails;

internal enum PayoutObservationKind
{
    // The chain does not know the transfer.
    Unknown,

    // Known, but in no block.
    Waiting,

    // In a block, and successful.
    Included,

    // Finally failed: the transfer was reverted, or another one with its nonce was included.
    Failed,
}
