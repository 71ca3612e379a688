namespace Cryptocardium.Treasury.Domain;

// Stored and sent as the lower-case name.
internal enum DepositStatus
{
    // Seen, and neither final nor decided yet.
    Detected,
    Credited,

    // Its chain took it back.
    Dropped,

    // Not credited: its token is another one, or it could not be settled.
    Rejected,

    // Its sender is denied; an operator decides.
    Held,

    // Has gone back to its sender.
    Returned,
}
