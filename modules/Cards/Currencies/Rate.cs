using System.Globalization;

namespace Cryptocardium.Cards.Currencies;

/// <summary>An exchange rate that applies from a day on.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="From">The first day.</param>
/// <param name="Nanos">Billionths of a dollar for one unit of the currency.</param>
internal sealed record Rate(Currency Currency, DateOnly From, long Nanos)
{
    public const int Decimals = 9;

    /// <summary>The rate as text without trailing zeros: <c>1.1603</c>.</summary>
    public static string Text(long nanos)
    {
        const long whole = 1_000_000_000;
        var text = string.Create(CultureInfo.InvariantCulture, $"{nanos / whole}.{nanos % whole:000000000}");
        return text.TrimEnd('0').TrimEnd('.');
    }
}
