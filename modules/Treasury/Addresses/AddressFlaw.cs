namespace Cryptocardium.Treasury.Addresses;

// The reason why a text is not an address.
internal enum AddressFlaw
{
    // Wrong length or characters.
    Shape,

    // Right shape, wrong checksum: mistyped.
    Checksum,
}
