using Nethereum.Util;
using SimpleBase;

namespace Cryptocardium.Treasury.Addresses;

// Writes addresses and hashes in the notation of each family of chains.
internal static class Notation
{
    public const int AddressBytes = 20;
    public const int TransactionHashBytes = 32;

    // Version byte of Tron's main network, encoded before the 20 bytes of the address.
    public const byte TronMainNet = 0x41;

    private const string HexPrefix = "0x";

    /// <summary>Base58 with a checksum for Tron, EIP-55 for Ethereum.</summary>
    public static string Address(this AddressFormat format, ReadOnlySpan<byte> address) => format == AddressFormat.Tron
        ? Base58.Bitcoin.EncodeCheck(address, TronMainNet)
        : AddressUtil.Current.ConvertToChecksumAddress(HexPrefix + Convert.ToHexStringLower(address));

    /// <summary>The hash of Ethereum and Tron: Keccak-256 with the padding that NIST changed for SHA-3.</summary>
    public static byte[] Hash(byte[] data) => Sha3Keccack.Current.CalculateHash(data);

    /// <summary>The address that belongs to a public key: the last 20 bytes of the key's hash.</summary>
    public static string AddressOfKey(this AddressFormat format, byte[] publicKey) => format.Address(Hash(publicKey).AsSpan(^AddressBytes..));

    public static string TransactionHash(this AddressFormat format, ReadOnlySpan<byte> hash) =>
        format == AddressFormat.Tron ? Convert.ToHexStringLower(hash) : HexPrefix + Convert.ToHexStringLower(hash);
}
