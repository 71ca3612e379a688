using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cryptocardium.Kernel;

/// <summary>
/// The source of ids and randomness: cryptographic in production, seeded in tests. Ids of one source sort in the order of creation.
/// </summary>
/// <param name="clock">Provides the time at the beginning of an id.</param>
public class IdSource(TimeProvider clock)
{
    private const int IdBytes = 12;
    private const int RandomBytes = 6;
    private const long RandomMask = (1L << (8 * RandomBytes)) - 1;

    private const int PoolBytes = 1_024;

    private readonly Lock gate = new();
    private readonly byte[] pool = new byte[PoolBytes];
    private int used = PoolBytes;
    private long lastMilliseconds;
    private long lastRandom;

    /// <summary>A new id of a type.</summary>
    public TId New<TId>()
        where TId : struct, IId<TId> => TId.From(NewText(TId.Prefix));

    /// <summary>A new id with a prefix, for ids without a type.</summary>
    public string NewText(string prefix)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        var (milliseconds, random) = Next();
        BinaryPrimitives.WriteInt64BigEndian(id, milliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(random >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(id[8..], (uint)random);
        return string.Concat(prefix, "_", Convert.ToHexStringLower(id));
    }

    /// <summary>Fills a span with random bytes.</summary>
    public virtual void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <summary>A random number from 0 to below the limit.</summary>
    public int Below(int limit)
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(bytes) % (ulong)limit);
    }

    // Within one millisecond, and after the clock was set back, the random part is incremented, so that ids sort in the order of creation.
    private (long Milliseconds, long Random) Next()
    {
        lock (gate)
        {
            var bytes = NextRandom_NeedsGate();
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > lastMilliseconds)
            {
                lastMilliseconds = now;
                lastRandom = BinaryPrimitives.ReadInt64BigEndian(bytes) & (RandomMask >> 1);
            }
            else
            {
                lastRandom += 1 + (bytes[0] | (bytes[1] << 8));
                if (lastRandom > RandomMask)
                {
                    lastMilliseconds++;
                    lastRandom &= RandomMask;
                }
            }

            return (lastMilliseconds, lastRandom);
        }
    }

    // Random bytes are buffered, because a call of the system's generator for each id would cost more than the id.
    private ReadOnlySpan<byte> NextRandom_NeedsGate()
    {
        if (used == PoolBytes)
        {
            Fill(pool);
            used = 0;
        }

        used += sizeof(long);
        return pool.AsSpan(used - sizeof(long), sizeof(long));
    }
}
