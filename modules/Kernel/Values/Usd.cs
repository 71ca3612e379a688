using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Cryptocardium.Kernel;

/// <summary>
/// An amount of money in US dollars, counted in micro-dollars (1 USD = 1 000 000) because USDT has six decimals. Arithmetic
/// is checked: an overflow is an exception, never a wrong amount. Amounts that a user can see are always whole cents.
/// </summary>
/// <param name="Micros">The amount in micro-dollars; negative amounts exist only inside the ledger.</param>
[JsonConverter(typeof(UsdJson))]
public readonly record struct Usd(long Micros) : IComparable<Usd>, IUtf8SpanFormattable
{
    /// <summary>Micro-dollars in one cent.</summary>
    public const long MicrosPerCent = 10_000;

    /// <summary>Micro-dollars in one dollar.</summary>
    public const long MicrosPerDollar = 100 * MicrosPerCent;

    private const int BasisPointsPerWhole = 10_000;

    /// <summary>The amount 0.</summary>
    public static Usd Zero => default;

    /// <summary>Whether the amount has no fraction of a cent, so that it can be shown.</summary>
    public bool IsWholeCents => Micros % MicrosPerCent == 0;

    /// <summary>An amount of whole cents.</summary>
    public static Usd FromCents(long cents) => new(checked(cents * MicrosPerCent));

    /// <summary>An amount of whole dollars.</summary>
    public static Usd FromDollars(long dollars) => new(checked(dollars * MicrosPerDollar));

    /// <summary>The amount of a decimal with at most two decimal places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has a fraction of a cent.</exception>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Usd FromDecimal(decimal amount)
    {
        var cents = amount * 100m;
        ArgumentOutOfRangeException.ThrowIfNotEqual(cents, decimal.Truncate(cents), nameof(amount));
        return FromCents(decimal.ToInt64(cents));
    }

    /// <summary>Parses an amount of a query string: a plain decimal with at most two decimal places.</summary>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse(string? text, IFormatProvider? provider, out Usd amount)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isAmount = decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number * 100m % 1m == 0m;
        amount = isAmount ? FromDecimal(number) : default;
        return isAmount;
    }

    /// <summary>A share of this amount, in whole cents.</summary>
    /// <param name="basisPoints">Hundredths of a percent, 0 or more.</param>
    /// <param name="rounding">The direction of rounding.</param>
    public Usd Percent(int basisPoints, Rounding rounding)
    {
        var product = (Int128)Micros * basisPoints;
        const long divisor = BasisPointsPerWhole * MicrosPerCent;
        var cents = (long)(product / divisor);
        return FromCents(rounding == Rounding.Up && product % divisor > 0 ? cents + 1 : cents);
    }

    /// <summary>This amount without its fraction of a cent.</summary>
    public Usd FloorToCents() => new(Micros - Micros % MicrosPerCent);

    public static Usd operator +(Usd left, Usd right) => new(checked(left.Micros + right.Micros));

    public static Usd operator -(Usd left, Usd right) => new(checked(left.Micros - right.Micros));

    public static Usd operator -(Usd amount) => new(checked(-amount.Micros));

    public static bool operator <(Usd left, Usd right) => left.Micros < right.Micros;

    public static bool operator >(Usd left, Usd right) => left.Micros > right.Micros;

    public static bool operator <=(Usd left, Usd right) => left.Micros <= right.Micros;

    public static bool operator >=(Usd left, Usd right) => left.Micros >= right.Micros;

    /// <summary>The smaller of two amounts.</summary>
    public static Usd Min(Usd left, Usd right) => left < right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Usd other) => Micros.CompareTo(other.Micros);

    /// <summary>Writes the amount as on the wire, in UTF-8.</summary>
    /// <returns>Whether the span was long enough.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var cents = Micros / MicrosPerCent;
        return Micros < 0
            ? Utf8.TryWrite(utf8Destination, CultureInfo.InvariantCulture, $"-{Math.Abs(cents / 100)}.{Math.Abs(cents % 100):00}", out bytesWritten)
            : Utf8.TryWrite(utf8Destination, CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}", out bytesWritten);
    }

    /// <summary>The amount with two decimal places, <c>487.20</c>, as on the wire.</summary>
    public override string ToString()
    {
        var cents = Micros / MicrosPerCent;
        var sign = Micros < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(cents / 100)}.{Math.Abs(cents % 100):00}");
    }
}
