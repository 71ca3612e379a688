namespace Cryptocardium.Treasury.Rails;

// Where a chain says that a transfer of ours is.
internal enum PayoutObservationKind
{
    // Never heard of it.
    Unknown,

    // Heard of it; it stands in no block.
    Waiting,

    // In a block, and carried out.
    Included,

    // Proven never to be carried out: the chain refused it, or took another transfer in its place, and that is final.
    Failed,
}
