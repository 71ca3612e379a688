using SimpleBase;

namespace Cryptocardium.Treasury.Addresses;

// Parses the addresses that callers, operators and chains write.
internal static class AddressText
{
    private const string HexPrefix = "0x";
    private const char TronInitial = 'T';
    private const int HexLength = 2 + 2 * Notation.AddressBytes;
    private const int TronLength = 34;
    private const int ChecksumBytes = 4;

    /// <param name="text">The text to parse.</param>
    /// <param name="format">The notation that the text resembles; null if none.</param>
    /// <param name="address">The address, if there is no flaw.</param>
    /// <returns>The flaw, or null if the text is an address.</returns>
    public static AddressFlaw? Read(string text, out AddressFormat? format, out RawAddress address)
    {
        address = default;
        format = text.StartsWith(HexPrefix, StringComparison.Ordinal) ? AddressFormat.Ethereum
            : text.StartsWith(TronInitial) ? AddressFormat.Tron
            : null;
        return format switch
        {
            AddressFormat.Ethereum => ReadHex(text, out address),
            AddressFormat.Tron => ReadTron(text, out address),
            _ => AddressFlaw.Shape,
        };
    }

    /// <summary>The texts under which an address is stored; none for a text that is no address.</summary>
    public static IReadOnlyList<string> NotationsOf(string text) =>
        Read(text, out var format, out var address) is null ? [address.Text(format!.Value)] : [];

    private static AddressFlaw? ReadHex(string text, out RawAddress address)
    {
        address = default;
        var digits = text[HexPrefix.Length..];
        if (text.Length != HexLength || !digits.All(char.IsAsciiHexDigit))
        {
            return AddressFlaw.Shape;
        }

        var bytes = Convert.FromHexString(digits);
        address = RawAddress.From(bytes);

        // An address in one letter case has no EIP-55 checksum.
        var hasChecksum = digits.Any(char.IsAsciiLetterLower) && digits.Any(char.IsAsciiLetterUpper);
        return hasChecksum && AddressFormat.Ethereum.Address(bytes) != text ? AddressFlaw.Checksum : null;
    }

    private static AddressFlaw? ReadTron(string text, out RawAddress address)
    {
        address = default;

        // TryDecodeCheck throws when the text is too short to hold a checksum, so the text is decoded without it first.
        Span<byte> decoded = stackalloc byte[TronLength];
        if (text.Length != TronLength || !text.All(char.IsAscii) || !Base58.Bitcoin.TryDecode(text, decoded, out var length)
            || length <= ChecksumBytes)
        {
            return AddressFlaw.Shape;
        }

        Span<byte> payload = stackalloc byte[TronLength];
        if (!Base58.Bitcoin.TryDecodeCheck(text, payload, out byte version, out var payloadLength))
        {
            return AddressFlaw.Checksum;
        }

        if (version != Notation.TronMainNet || payloadLength != Notation.AddressBytes)
        {
            return AddressFlaw.Shape;
        }

        address = RawAddress.From(payload[..Notation.AddressBytes]);
        return null;
    }
}
