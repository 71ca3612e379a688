namespace Cryptocardium.Treasury.Addresses;

// What the operator's list says of an address.
internal enum DenyVerdict
{
    Allowed,
    Denied,

    // The list cannot be read, so nobody knows.
    Unknown,
}
