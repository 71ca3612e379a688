namespace Cryptocardium.Tests.Otlp;

/// <summary>A span as a collector receives it.</summary>
/// <param name="TraceId">Hex.</param>
/// <param name="Id">Hex.</param>
/// <param name="ParentId">Hex; empty for the root of a trace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">1 for an internal span, 2 for a server span.</param>
/// <param name="IsError">Whether it is marked as failed.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record OtlpSpan(
    string TraceId, string Id, string ParentId, string Name, int Kind, bool IsError, IReadOnlyDictionary<string, string> Tags)
{
    private const int Error = 2;

    internal static IEnumerable<OtlpSpan> In(ReadOnlyMemory<byte> request) => ProtoField.At(request, 1, 2, 2).Select(Of);

    private static OtlpSpan Of(ReadOnlyMemory<byte> span) => new(
        Hex(span, 1),
        Hex(span, 2),
        Hex(span, 4),
        OtlpAttributes.Text(ProtoField.At(span, 5)),
        (int)ProtoField.In(span).Single(field => field.Number == 6).Value,
        ProtoField.At(span, 15).SelectMany(ProtoField.In).Any(field => field is { Number: 3, Value: Error }),
        OtlpAttributes.Of(span, 9));

    private static string Hex(ReadOnlyMemory<byte> span, int number) =>
        string.Concat(ProtoField.At(span, number).Select(bytes => Convert.ToHexStringLower(bytes.Span)));
}
