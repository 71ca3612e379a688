namespace Cryptocardium.Treasury.Addresses;

// Reads addresses as people write them.
internal static class AddressText
{
    private const string HexPrefix = "0x";
    private const char TronInitial = 'T';
    private const int HexLength = 2 + 2 * Notation.AddressBytes;
    private const int TronLength = 34;

    /// <param name="text">What was written.</param>
    /// <param name="format">Whose notation it is in, or seems to be; null when it resembles neither.</param>
    /// <param name="address">What it stands for, when there is no flaw.</param>
    /// <returns>The flaw, or null when it is an address.</returns>
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

        // Letters of one case alone carry no checksum.
        var hasChecksum = digits.Any(char.IsAsciiLetterLower) && digits.Any(char.IsAsciiLetterUpper);
        return hasChecksum && Eip55.Encode(bytes) != text ? AddressFlaw.Checksum : null;
    }

    private static AddressFlaw? ReadTron(string text, out RawAddress address)
    {
        address = default;
        if (text.Length != TronLength || Base58Check.Decode(text) is not { } decoded)
        {
            return AddressFlaw.Shape;
        }

        if (!decoded.IsIntact)
        {
            return AddressFlaw.Checksum;
        }

        if (decoded.Payload.Length != 1 + Notation.AddressBytes || decoded.Payload[0] != Notation.TronMainNet)
        {
            return AddressFlaw.Shape;
        }

        address = RawAddress.From(decoded.Payload.AsSpan(1));
        return null;
    }
}
