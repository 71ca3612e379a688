using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cryptocardium.Kernel;

/// <summary>
/// Where ids and randomness come from: cryptographic in production, seeded in tests. Ids made by one source sort in the order
/// in which they were made.
/// </summary>
/// <param name="clock">Time goes first in an id.</param>
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

    /// <summary>A new id of a kind.</summary>
    public TId New<TId>()
        where TId : struct, IId<TId> => TId.From(NewText(TId.Prefix));

    /// <summary>A new id with a prefix, for ids that are no resource of the API.</summary>
    public string NewText(string prefix)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        var (milliseconds, random) = Next();
        BinaryPrimitives.WriteInt64BigEndian(id, milliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(random >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(id[8..], (uint)random);
        return string.Concat(prefix, "_", Convert.ToHexStringLower(id));
    }

    /// <summary>Fills a span with randomness.</summary>
    public virtual void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <summary>A random number from 0 up to, and without, the limit.</summary>
    public int Below(int limit)
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(bytes) % (ulong)limit);
    }

    // Within one millisecond, and when the clock steps back, the random part counts up, so that order of creation is order of id.
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

    // A few bytes at a time from the system's generator would cost more than the id.
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
