using System.Globalization;
using System.Text;

namespace Cryptocardium.Tests.Otlp;

/// <summary>Keys and values of a span, a measurement or a resource.</summary>
internal static class OtlpAttributes
{
    /// <param name="message">The message with the attributes.</param>
    /// <param name="number">The field number of the attributes in the message.</param>
    public static IReadOnlyDictionary<string, string> Of(ReadOnlyMemory<byte> message, int number) =>
        ProtoField.At(message, number).ToDictionary(pair => Text(ProtoField.At(pair, 1)), pair => Value(ProtoField.At(pair, 2).Single()));

    public static string Text(IEnumerable<ReadOnlyMemory<byte>> found) => string.Concat(found.Select(bytes => Encoding.UTF8.GetString(bytes.Span)));

    private static string Value(ReadOnlyMemory<byte> value)
    {
        var field = ProtoField.In(value).Single();
        return field.Number switch
        {
            1 => Encoding.UTF8.GetString(field.Bytes.Span),
            4 => BitConverter.UInt64BitsToDouble(field.Value).ToString(CultureInfo.InvariantCulture),
            _ => ((long)field.Value).ToString(CultureInfo.InvariantCulture),
        };
    }
}
