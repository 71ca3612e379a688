namespace Cryptocardium.Treasury.Domain;

// Stored and sent in lower case.
internal enum DepositStatus
{
    // On the chain, but not final or not decided.
    Detected,
    Credited,

    // No longer on the chain.
    Dropped,

    // Not credited, because of another token or a failed settlement.
    Rejected,

    // The sender is denied or unknown; an operator decides.
    Held,

    // Refunded to its sender.
    Returned,
}
