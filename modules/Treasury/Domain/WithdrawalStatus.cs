namespace Cryptocardium.Treasury.Domain;

// Stored and sent in snake case.
internal enum WithdrawalStatus
{
    // Its money is set aside.
    Created,

    // Sent to the chain.
    Broadcasted,

    // On the chain, for good.
    Confirmed,

    // It will never arrive, and its money is back.
    Failed,

    // Taken back before it was signed.
    Cancelled,
}
