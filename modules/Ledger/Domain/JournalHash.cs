using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cryptocardium.Ledger.Domain;

// SHA-256 over the previous hash and every stored value of a journal and its entries, including codes and owners of the ledger accounts.
// Each text is preceded by its length, so that different journals have different bytes.
internal static class JournalHash
{
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    private const int FixedBytes = 128;
    private const int LineBytes = 5 * sizeof(long) + 2 * sizeof(int);
    private const int Utf8BytesMax = 3;
    private const int StackBytes = 2_048;

    public static byte[] Compute(byte[] previous, in HashedJournal journal, ReadOnlySpan<HashedLine> lines)
    {
        var size = FixedBytes + Utf8BytesMax * (journal.Type.Length + journal.OperationKey.Length + (journal.Source?.Length ?? 0) + journal.Actor.Length);
        foreach (ref readonly var line in lines)
        {
            size += LineBytes + Utf8BytesMax * (line.Code.Length + line.Owner.Length);
        }

        var bytes = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        previous.CopyTo(bytes);
        var at = previous.Length;
        at += Put(bytes[at..], journal.No);
        at += Put(bytes[at..], journal.Type);
        at += Put(bytes[at..], journal.OperationKey);
        at += Put(bytes[at..], journal.Source ?? "");
        at += Put(bytes[at..], (long)journal.Mode);
        at += Put(bytes[at..], journal.PostedAt.ToUnixTimeMilliseconds());
        at += Put(bytes[at..], journal.EffectiveAt.ToUnixTimeMilliseconds());
        at += Put(bytes[at..], journal.Actor);
        foreach (ref readonly var line in lines)
        {
            at += Put(bytes[at..], line.No);
            at += Put(bytes[at..], line.AccountNo);
            at += Put(bytes[at..], line.Code);
            at += Put(bytes[at..], line.Owner);
            at += Put(bytes[at..], line.Amount.Micros);
            at += Put(bytes[at..], line.BalanceAfter.Micros);
            at += Put(bytes[at..], line.AccountSeq);
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
