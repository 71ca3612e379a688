using System.Globalization;

namespace Cryptocardium.Cards.Currencies;

/// <summary>What a currency is worth from a day on.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="From">The first day.</param>
/// <param name="Nanos">Billionths of a dollar for one unit of the currency.</param>
internal sealed record Rate(Currency Currency, DateOnly From, long Nanos)
{
    public const int Decimals = 9;

    /// <summary>A rate as it is written, without zeros at its end: <c>1.1603</c>.</summary>
    public static string Text(long nanos)
    {
        const long whole = 1_000_000_000;
        var text = string.Create(CultureInfo.InvariantCulture, $"{nanos / whole}.{nanos % whole:000000000}");
        return text.TrimEnd('0').TrimEnd('.');
    }
}
