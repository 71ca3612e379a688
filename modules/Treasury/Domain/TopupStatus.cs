namespace Cryptocardium.Treasury.Domain;

// Stored and sent in lower case.
internal enum TopupStatus
{
    Pending,
    Completed,
    Expired,
    Cancelled,
    Error,
}
