namespace Cryptocardium.Treasury.Domain;

// Stored and sent in snake case.
internal enum WithdrawalStatus
{
    // The money is reserved.
    Created,

    // Sent to the chain, not final.
    Broadcasted,

    // Final on the chain.
    Confirmed,

    // Will never arrive; the money was given back.
    Failed,

    // Cancelled before it was signed; the money was given back.
    Cancelled,
}
