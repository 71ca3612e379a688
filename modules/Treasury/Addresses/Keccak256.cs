using System.Buffers.Binary;
using System.Numerics;

namespace Cryptocardium.Treasury.Addresses;

// Keccak with 256 bits as Ethereum and Tron use it: the padding of the competition, before NIST changed it for SHA-3. The
// platform has only the latter.
internal static class Keccak256
{
    public const int HashBytes = 32;

    private const int RateBytes = 136;
    private const int Lanes = 25;
    private const byte FirstPadding = 0x01;
    private const byte LastPadding = 0x80;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    // Along the path on which pi moves the lanes: where each goes, and by how much rho turns it.
    private static readonly int[] Path = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
    private static readonly int[] Turns = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];

    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        Span<ulong> state = stackalloc ulong[Lanes];
        state.Clear();
        while (data.Length >= RateBytes)
        {
            Absorb(state, data[..RateBytes]);
            data = data[RateBytes..];
        }

        Span<byte> last = stackalloc byte[RateBytes];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] ^= FirstPadding;
        last[RateBytes - 1] ^= LastPadding;
        Absorb(state, last);

        var hash = new byte[HashBytes];
        for (var i = 0; i < HashBytes / sizeof(ulong); i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(i * sizeof(ulong)), state[i]);
        }

        return hash;
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < RateBytes / sizeof(ulong); i++)
        {
            state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * sizeof(ulong))..]);
        }

        foreach (var constant in RoundConstants)
        {
            Theta(state);
            RhoAndPi(state);
            Chi(state);
            state[0] ^= constant;
        }
    }

    private static void Theta(Span<ulong> state)
    {
        Span<ulong> parity = stackalloc ulong[5];
        for (var x = 0; x < 5; x++)
        {
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }

        for (var i = 0; i < Lanes; i++)
        {
            state[i] ^= parity[(i + 4) % 5] ^ BitOperations.RotateLeft(parity[(i + 1) % 5], 1);
        }
    }

    private static void RhoAndPi(Span<ulong> state)
    {
        var moving = state[1];
        for (var i = 0; i < Path.Length; i++)
        {
            var next = state[Path[i]];
            state[Path[i]] = BitOperations.RotateLeft(moving, Turns[i]);
            moving = next;
        }
    }

    private static void Chi(Span<ulong> state)
    {
        Span<ulong> row = stackalloc ulong[5];
        for (var y = 0; y < Lanes; y += 5)
        {
            state.Slice(y, 5).CopyTo(row);
            for (var x = 0; x < 5; x++)
            {
                state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
