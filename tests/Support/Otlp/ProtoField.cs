using System.Buffers.Binary;

namespace Cryptocardium.Tests.Otlp;

/// <summary>A field of a protobuf message, with the wire types that OTLP uses.</summary>
/// <param name="Number">Its number in the message.</param>
/// <param name="Value">A number, or the bits of a floating-point number.</param>
/// <param name="Bytes">A text, bytes or a message.</param>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    private const int LengthDelimited = 2;
    private const int ThirtyTwoBits = 5;

    /// <summary>The fields of a message, in the order in which they were written.</summary>
    public static IEnumerable<ProtoField> In(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var value = (key & 7) switch
            {
                0 => Varint(ref message),
                1 => BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, sizeof(ulong)).Span),
                LengthDelimited => Varint(ref message),
                ThirtyTwoBits => BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, sizeof(uint)).Span),
                _ => throw new InvalidDataException($"{key & 7} is no type of a field."),
            };
            yield return (key & 7) == LengthDelimited
                ? new ProtoField((int)(key >> 3), 0, Take(ref message, (int)value))
                : new ProtoField((int)(key >> 3), value, default);
        }
    }

    /// <summary>The messages, texts or bytes at a path of field numbers.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> At(ReadOnlyMemory<byte> message, params int[] way) => way.Length == 0
        ? [message]
        : In(message).Where(field => field.Number == way[0]).SelectMany(field => At(field.Bytes, way[1..]));

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref rest, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
