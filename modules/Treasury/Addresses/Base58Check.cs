using System.Numerics;
using System.Security.Cryptography;

namespace Cryptocardium.Treasury.Addresses;

// Base58 with a checksum of four bytes, as Bitcoin introduced it and Tron writes its addresses.
internal static class Base58Check
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ChecksumBytes = 4;

    public static string Encode(ReadOnlySpan<byte> payload)
    {
        Span<byte> bytes = stackalloc byte[payload.Length + ChecksumBytes];
        payload.CopyTo(bytes);
        Checksum(payload).CopyTo(bytes[payload.Length..]);

        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new Stack<char>();
        while (!number.IsZero)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            text.Push(Digits[(int)digit]);
        }

        // A number has no leading zeros; an address does.
        for (var i = 0; i < bytes.Length && bytes[i] == 0; i++)
        {
            text.Push(Digits[0]);
        }

        return new string([.. text]);
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> payload) =>
        SHA256.HashData(SHA256.HashData(payload)).AsSpan(0, ChecksumBytes);
}
