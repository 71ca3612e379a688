namespace Cryptocardium.Treasury.Domain;

// How far a payout is. Stored in snake case.
internal enum PayoutState
{
    // Not signed: it can still be taken back.
    Held,

    // Its bytes are stored. From here on only these bytes are ever sent, and nothing takes it back.
    Signed,

    // The chain has taken the bytes.
    Sent,
    Confirmed,
    Failed,
    Cancelled,
}
