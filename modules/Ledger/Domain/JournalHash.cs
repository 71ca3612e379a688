using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// SHA-256 over the previous hash and every stored value of a journal and its entries. Texts are preceded by their length, so
// that no two journals have the same bytes.
internal static class JournalHash
{
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    private const int FixedBytes = 128;
    private const int LineBytes = 5 * sizeof(long);

    public static byte[] Compute(
        byte[] previous, long number, string kind, string operationKey, Mode mode, DateTimeOffset postedAt, string actor,
        IReadOnlyList<(long No, long AccountNo, Usd Amount, Usd BalanceAfter, long AccountSeq)> entries)
    {
        var size = FixedBytes + 3 * (kind.Length + operationKey.Length + actor.Length) + entries.Count * LineBytes;
        var bytes = size <= 2_048 ? stackalloc byte[size] : new byte[size];
        previous.CopyTo(bytes);
        var at = previous.Length;
        at += Put(bytes[at..], number);
        at += Put(bytes[at..], kind);
        at += Put(bytes[at..], operationKey);
        at += Put(bytes[at..], (long)mode);
        at += Put(bytes[at..], postedAt.ToUnixTimeMilliseconds());
        at += Put(bytes[at..], actor);
        foreach (var entry in entries)
        {
            at += Put(bytes[at..], entry.No);
            at += Put(bytes[at..], entry.AccountNo);
            at += Put(bytes[at..], entry.Amount.Micros);
            at += Put(bytes[at..], entry.BalanceAfter.Micros);
            at += Put(bytes[at..], entry.AccountSeq);
        }

        return SHA256.HashData(bytes[..at]);
    }

    private static int Put(Span<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return sizeof(long);
    }

    private static int Put(Span<byte> bytes, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, bytes[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return sizeof(int) + length;
    }
}
