using System.Buffers.Binary;
using System.IO.Compression;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Kernel.Replies;

/// <summary>The stored form of a body: compressed if it is long, then sealed.</summary>
public static class ReplyBody
{
    private const int CompressFrom = 1_024;
    private const int LengthBytes = 4;
    private const int HeadBytes = 1 + LengthBytes;

    // The fastest that Brotli offers.
    private const int Quality = 1;
    private const int WindowBits = 18;

    private const byte Plain = 0;
    private const byte Compressed = 1;

    /// <param name="sealer">The encryption.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="place">The key hash of the row.</param>
    public static byte[] Seal(Sealer sealer, ReadOnlySpan<byte> body, ReadOnlySpan<byte> place)
    {
        var packed = new byte[HeadBytes + body.Length];
        if (body.Length >= CompressFrom && BrotliEncoder.TryCompress(body, packed.AsSpan(HeadBytes), out var length, Quality, WindowBits))
        {
            packed[0] = Compressed;
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), body.Length);
            return sealer.Seal(packed.AsSpan(0, HeadBytes + length), place);
        }

        packed[0] = Plain;
        body.CopyTo(packed.AsSpan(1));
        return sealer.Seal(packed.AsSpan(0, 1 + body.Length), place);
    }

    /// <inheritdoc cref="Seal"/>
    public static byte[] Open(Sealer sealer, ReadOnlySpan<byte> sealedBody, ReadOnlySpan<byte> place)
    {
        var packed = sealer.Open(sealedBody, place).AsSpan();
        if (packed[0] == Plain)
        {
            return packed[1..].ToArray();
        }

        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed[1..])];
        return BrotliDecoder.TryDecompress(packed[HeadBytes..], body, out var length) && length == body.Length
            ? body
            : throw new InvalidDataException("A stored reply cannot be decompressed.");
    }
}
