using System.Buffers.Text;

namespace Cryptocardium.Schema;

/// <summary>Checks the keywords of numbers, on the JSON text and in decimal arithmetic.</summary>
internal static class NumberRules
{
    private const decimal UsdMagnitudeMax = 1_000_000_000m; // a larger number is not an amount
    private const int UsdDecimalsMax = 2;

    /// <summary>The first keyword that refuses the number, or null.</summary>
    /// <param name="schema">A schema of any type.</param>
    /// <param name="json">The JSON text of the number.</param>
    public static Finding? Check(SchemaNode schema, ReadOnlySpan<byte> json)
    {
        if (schema.Type is not (SchemaType.Any or SchemaType.Number or SchemaType.Integer))
        {
            return WrongType(schema);
        }

        var hasExponent = json.ContainsAny((byte)'e', (byte)'E');
        var point = json.IndexOf((byte)'.');
        if (schema.Type == SchemaType.Integer && (hasExponent || point >= 0))
        {
            return WrongType(schema);
        }

        if (schema.IsUsd && hasExponent)
        {
            return new(ViolationKind.NumberForm, "x-usd", Expected: "a plain decimal number without exponent");
        }

        var isNumber = Utf8Parser.TryParse(json, out decimal number, out var used) && used == json.Length;
        if (schema.IsUsd && (!isNumber || Math.Abs(number) > UsdMagnitudeMax))
        {
            return new(ViolationKind.NumberForm, "x-usd", UsdMagnitudeMax, "a number of at most 1000000000");
        }

        if (!isNumber)
        {
            return new(ViolationKind.NumberForm, "type");
        }

        // Amounts are judged by value: 25.000 is 25.00.
        if (schema.IsUsd && point >= 0 && json.TrimEnd((byte)'0').Length - point - 1 > UsdDecimalsMax)
        {
            return new(ViolationKind.AmountPrecision, "x-usd", UsdDecimalsMax, Business: true);
        }

        return InRange(schema, number);
    }

    public static Finding WrongType(SchemaNode schema) =>
        new(ViolationKind.WrongType, "type", Expected: schema.Type.ToString().ToLowerInvariant());

    private static Finding? InRange(SchemaNode schema, decimal number)
    {
        if (schema.Enum.Count > 0 && Array.IndexOf(schema.EnumNumbers, number) < 0)
        {
            return new(ViolationKind.NotInEnum, "enum", Expected: string.Join(", ", schema.Enum));
        }

        if (schema.Minimum is { } least && (number < least || (schema.ExclusiveMinimum && number == least)))
        {
            return Outside(schema.ExclusiveMinimum ? "exclusiveMinimum" : "minimum", least, schema.IsUsd);
        }

        if (schema.Maximum is { } most && (number > most || (schema.ExclusiveMaximum && number == most)))
        {
            return Outside(schema.ExclusiveMaximum ? "exclusiveMaximum" : "maximum", most, schema.IsUsd);
        }

        return schema.Type == SchemaType.Integer ? InWord(schema, number) : null;
    }

    // Binding reads integers as int or long and must not fail after the check.
    private static Finding? InWord(SchemaNode schema, decimal number)
    {
        var isLong = schema.Format == "int64";
        decimal least = isLong ? long.MinValue : int.MinValue;
        decimal most = isLong ? long.MaxValue : int.MaxValue;
        return number < least ? Outside("minimum", least, false) : number > most ? Outside("maximum", most, false) : null;
    }

    private static Finding Outside(string keyword, decimal limit, bool business) =>
        new(ViolationKind.OutOfRange, keyword, limit, Business: business);
}
