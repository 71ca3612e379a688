namespace Cryptocardium.Treasury.Addresses;

// The notation of a chain for addresses and transaction hashes.
internal enum AddressFormat
{
    Ethereum,
    Tron,
}
