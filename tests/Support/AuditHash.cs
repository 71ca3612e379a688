using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cryptocardium.Tests;

// Computes the hash of a journal from the description of the ledger, sharing no code with the product.
internal static class AuditHash
{
    public static byte[] Of(AuditJournal journal, AuditEntry[] lines)
    {
        using var bytes = new MemoryStream();
        bytes.Write(journal.PrevHash);
        Put(bytes, journal.No);
        Put(bytes, journal.Type);
        Put(bytes, journal.Key);
        Put(bytes, journal.Source);
        Put(bytes, journal.Mode == "live" ? 1L : 0L);
        Put(bytes, journal.PostedAt);
        Put(bytes, journal.EffectiveAt);
        Put(bytes, journal.Actor);
        foreach (var line in lines)
        {
            Put(bytes, line.No);
            Put(bytes, line.Account);
            Put(bytes, line.Code);
            Put(bytes, line.Owner);
            Put(bytes, line.Amount);
            Put(bytes, line.BalanceAfter);
            Put(bytes, line.AccountSeq);
        }

        return SHA256.HashData(bytes.ToArray());
    }

    private static void Put(MemoryStream bytes, long value)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, value);
        bytes.Write(number);
    }

    private static void Put(MemoryStream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        bytes.Write(length);
        bytes.Write(utf8);
    }
}
