namespace Cryptocardium.Tests.Otlp;

/// <summary>A data point of a metric as a collector receives it.</summary>
/// <param name="Meter">The meter that made it.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Value">A sum, a gauge, or the count of a histogram.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record OtlpPoint(string Meter, string Metric, double Value, IReadOnlyDictionary<string, string> Tags)
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    internal static IEnumerable<OtlpPoint> In(ReadOnlyMemory<byte> request) =>
        from scope in ProtoField.At(request, 1, 2)
        let meter = OtlpAttributes.Text(ProtoField.At(scope, 1, 1))
        from metric in ProtoField.At(scope, 2)
        let name = OtlpAttributes.Text(ProtoField.At(metric, 1))
        from data in ProtoField.In(metric)
        where data.Number is Gauge or Sum or Histogram
        from point in ProtoField.At(data.Bytes, 1)
        select data.Number == Histogram
            ? new OtlpPoint(meter, name, Count(point), OtlpAttributes.Of(point, 9))
            : new OtlpPoint(meter, name, Number(point), OtlpAttributes.Of(point, 7));

    private static double Count(ReadOnlyMemory<byte> point) => ProtoField.In(point).Single(field => field.Number == 4).Value;

    private static double Number(ReadOnlyMemory<byte> point)
    {
        var value = ProtoField.In(point).Single(field => field.Number is 4 or 6);
        return value.Number == 4 ? BitConverter.UInt64BitsToDouble(value.Value) : (long)value.Value;
    }
}
