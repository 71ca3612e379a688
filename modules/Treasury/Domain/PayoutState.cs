namespace Cryptocardium.Treasury.Domain;

// Stored in snake case.
internal enum PayoutState
{
    // Not signed; can be cancelled.
    Held,

    // The signed bytes are stored. Only these bytes are ever sent, and the payout cannot be cancelled.
    Signed,

    // The bytes were broadcast.
    Sent,
    Confirmed,
    Failed,
    Cancelled,
}
