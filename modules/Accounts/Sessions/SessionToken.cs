using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Sessions;

// The bearer of a session: sess_, 256 random bits and a checksum over both. The checksum refuses malformed bearers without a query, and lets
// scanners recognize leaked ones. Only the SHA-256 is stored.
internal static class SessionToken
{
    public const string Prefix = "sess_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SecretBytes = 32;
    private const int SecretDigits = 43;
    private const int ChecksumBytes = 4;
    private const int ChecksumDigits = 6;
    private const int Length = 5 + SecretDigits + ChecksumDigits;

    public static Secret<string> New(IdSource ids)
    {
        var secret = new byte[SecretBytes];
        ids.Fill(secret);
        var body = Prefix + Base62(secret, SecretDigits);
        return new Secret<string>(body + Checksum(body));
    }

    public static bool IsWellFormed(string text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Length - ChecksumDigits).SequenceEqual(Checksum(text[..^ChecksumDigits]));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string Checksum(string body) => Base62(Hash(body).AsSpan(0, ChecksumBytes), ChecksumDigits);

    private static string Base62(ReadOnlySpan<byte> bytes, int digits)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return string.Create(digits, number, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                rest = BigInteger.DivRem(rest, Digits.Length, out var digit);
                text[i] = Digits[(int)digit];
            }
        });
    }
}
