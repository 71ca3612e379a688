using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cryptocardium.Treasury.Simulator;

// The raw transaction of a simulated chain. Deterministic: the same transfer gives the same bytes.
internal sealed record SimulatedTransaction(string ChainId, long Nonce, string ToAddress, string Token, string Units, int Decimals)
{
    private const char Separator = '\n';
    private const int Fields = 6;

    public byte[] Sign(byte[] key)
    {
        var body = Encoding.UTF8.GetBytes(string.Join(
            Separator, ChainId, Nonce.ToString(CultureInfo.InvariantCulture), ToAddress, Token, Units,
            Decimals.ToString(CultureInfo.InvariantCulture)));
        return [.. HMACSHA256.HashData(key, body), .. body];
    }

    /// <exception cref="InvalidDataException">The signature is invalid, so a chain would reject the bytes.</exception>
    public static SimulatedTransaction Read(ReadOnlySpan<byte> bytes, byte[] key)
    {
        var body = bytes.Length > HMACSHA256.HashSizeInBytes ? bytes[HMACSHA256.HashSizeInBytes..] : default;
        var isSigned = !body.IsEmpty
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), bytes[..HMACSHA256.HashSizeInBytes]);
        var fields = isSigned ? Encoding.UTF8.GetString(body).Split(Separator) : [];
        return fields.Length == Fields
            ? new(
                fields[0], long.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], fields[3], fields[4],
                int.Parse(fields[5], CultureInfo.InvariantCulture))
            : throw new InvalidDataException("These bytes are not a signed transfer.");
    }
}
