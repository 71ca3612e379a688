using System.Buffers.Binary;

namespace Cryptocardium.Treasury.Addresses;

// The 20 bytes of an address. Equal for all notations of an address.
internal readonly record struct RawAddress(UInt128 High, uint Low)
{
    private const int HighBytes = 16;

    public static readonly RawAddress Zero;

    // Written to mean nobody: dead repeated, all ones, and the placeholder of a chain's own coin.
    private static readonly RawAddress[] Burned =
    [
        From(Convert.FromHexString("deaddeaddeaddeaddeaddeaddeaddeaddeaddead")),
        From(Convert.FromHexString("ffffffffffffffffffffffffffffffffffffffff")),
        From(Convert.FromHexString("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee")),
    ];

    // Chains have precompiled contracts at low addresses, and 0xdEaD is among them. No key is known for one: 128 bits of a hash would be zero.
    public bool IsUnowned => High == UInt128.Zero || Burned.Contains(this);

    public static RawAddress From(ReadOnlySpan<byte> bytes) => bytes.Length == Notation.AddressBytes
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[HighBytes..]))
        : throw new ArgumentException($"An address has {Notation.AddressBytes} bytes.", nameof(bytes));

    public string Text(AddressFormat format)
    {
        Span<byte> bytes = stackalloc byte[Notation.AddressBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[HighBytes..], Low);
        return format.Address(bytes);
    }
}
