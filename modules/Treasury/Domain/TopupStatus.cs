namespace Cryptocardium.Treasury.Domain;

// Stored and sent as the lower-case name.
internal enum TopupStatus
{
    Pending,
    Completed,
    Expired,
    Cancelled,
    Error,
}
