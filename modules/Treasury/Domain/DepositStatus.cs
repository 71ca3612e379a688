namespace Cryptocardium.Treasury.Domain;

// Stored and sent as the lower-case name.
internal enum DepositStatus
{
    // Seen, and not final yet.
    Detected,
    Credited,

    // Its chain took it back before it was final.
    Dropped,

    // A token that is not credited.
    Rejected,

    // Nobody may have it until an operator decides.
    Held,

    // Sent back to its sender.
    Returned,
}
