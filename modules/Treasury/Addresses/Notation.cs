namespace Cryptocardium.Treasury.Addresses;

internal static class Notation
{
    public const int AddressBytes = 20;
    public const int TransactionHashBytes = 32;

    // Stands before the 20 bytes in what Tron encodes.
    public const byte TronMainNet = 0x41;

    public static string Address(this AddressFormat format, ReadOnlySpan<byte> address) =>
        format == AddressFormat.Tron ? Base58Check.Encode([TronMainNet, .. address]) : Eip55.Encode(address);

    public static string TransactionHash(this AddressFormat format, ReadOnlySpan<byte> hash) =>
        format == AddressFormat.Tron ? Convert.ToHexStringLower(hash) : "0x" + Convert.ToHexStringLower(hash);
}
