using System.Numerics;
using System.Security.Cryptography;

namespace Cryptocardium.Treasury.Addresses;

// Base58 with a checksum of four bytes, as Bitcoin introduced it and Tron writes its addresses.
internal static class Base58Check
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ChecksumBytes = 4;
    private const int TextLengthMax = 64;

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

    // Null when a character is no digit or too little is there to hold a checksum. Takes texts as long as an address alone: the
    // work grows with the square of the length.
    public static (byte[] Payload, bool IsIntact)? Decode(string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, TextLengthMax);
        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            number = number * Digits.Length + digit;
        }

        var zeros = text.TakeWhile(character => character == Digits[0]).Count();
        byte[] bytes = [.. new byte[zeros], .. number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true)];
        if (bytes.Length < ChecksumBytes)
        {
            return null;
        }

        var payload = bytes[..^ChecksumBytes];
        return (payload, Checksum(payload).SequenceEqual(bytes.AsSpan(payload.Length)));
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> payload) =>
        SHA256.HashData(SHA256.HashData(payload)).AsSpan(0, ChecksumBytes);
}
