using System.Globalization;

namespace Cryptocardium.Cards.Currencies;

/// <summary>A currency of merchants.</summary>
/// <param name="Code">ISO 4217, three letters.</param>
/// <param name="Exponent">The number of decimals: 0 for JPY, 3 for KWD.</param>
internal sealed record Currency(string Code, int Exponent)
{
    /// <summary>The smallest units in one unit of the currency.</summary>
    public long UnitsPerWhole { get; } = PowerOfTen(Exponent);

    /// <summary>Parses a decimal such as <c>4.25</c>.</summary>
    /// <returns>The smallest units, or null when the value has more decimals than the currency; zeros at the end do not count.</returns>
    public long? Parse(string amount)
    {
        amount = amount.Contains('.', StringComparison.Ordinal) ? amount.TrimEnd('0') : amount;
        var point = amount.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : amount.Length - point - 1;
        if (decimals > Exponent)
        {
            return null;
        }

        var digits = point < 0 ? amount : amount.Remove(point, 1);
        return long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * PowerOfTen(Exponent - decimals);
    }

    /// <summary>The amount as text with all decimals.</summary>
    public string Text(long units) => Exponent == 0
        ? units.ToString(CultureInfo.InvariantCulture)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{units / UnitsPerWhole}.{(units % UnitsPerWhole).ToString(CultureInfo.InvariantCulture).PadLeft(Exponent, '0')}");

    private static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
