namespace Cryptocardium.Treasury.Addresses;

// How a chain writes the 20 bytes of an address, and the hash of a transaction.
internal enum AddressFormat
{
    Ethereum,
    Tron,
}
