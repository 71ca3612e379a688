using System.Text;

namespace Cryptocardium.Treasury.Addresses;

// The notation of addresses on Ethereum and its kin: hex, whose letter case is the checksum.
internal static class Eip55
{
    private const string Prefix = "0x";

    public static string Encode(ReadOnlySpan<byte> address)
    {
        var hex = Convert.ToHexStringLower(address);
        var hash = Convert.ToHexStringLower(Keccak256.Hash(Encoding.ASCII.GetBytes(hex)));
        return Prefix + string.Concat(hex.Select((digit, i) => hash[i] >= '8' ? char.ToUpperInvariant(digit) : digit));
    }
}
