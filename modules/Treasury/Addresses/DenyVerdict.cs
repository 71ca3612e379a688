namespace Cryptocardium.Treasury.Addresses;

// The verdict of the deny-list on an address.
internal enum DenyVerdict
{
    Allowed,
    Denied,

    // The list cannot be read.
    Unknown,
}
