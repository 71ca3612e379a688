namespace Cryptocardium.Treasury.Addresses;

// Why a text is no address.
internal enum AddressFlaw
{
    // It has the length or the characters of no address.
    Shape,

    // It looks like one, and its checksum says that it was mistyped.
    Checksum,
}
