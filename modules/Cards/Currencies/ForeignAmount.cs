using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Currencies;

/// <summary>A price in a merchant's currency, and what it is in dollars.</summary>
/// <param name="Units">The price in the smallest units of its currency.</param>
/// <param name="Rate">The rate it was converted by.</param>
/// <param name="Markup">What we earn on it; contained in the total.</param>
/// <param name="Total">What the card pays, in whole cents, rounded up.</param>
internal sealed record ForeignAmount(long Units, Rate Rate, Usd Markup, Usd Total)
{
    public Currency Currency => Rate.Currency;

    /// <param name="currency">A currency of the table.</param>
    /// <param name="units">The price in its smallest units.</param>
    /// <param name="markupBasisPoints">The card product's markup.</param>
    /// <param name="time">Decides the rate.</param>
    /// <returns>Null when it is more dollars than an amount can be.</returns>
    public static ForeignAmount? Of(Currency currency, long units, int markupBasisPoints, DateTimeOffset time)
    {
        const long nanosPerCent = 10_000_000;
        var most = Usd.FromDollars(1_000_000_000);
        var rate = RateTable.On(currency, time);
        var product = (Int128)units * rate.Nanos;
        var divisor = (Int128)currency.UnitsPerWhole * nanosPerCent;
        var cents = (product + divisor - 1) / divisor;
        if (cents > most.Micros / Usd.MicrosPerCent)
        {
            return null;
        }

        var price = Usd.FromCents((long)cents);
        var markup = price.Percent(markupBasisPoints, Rounding.Up);
        return price + markup > most ? null : new ForeignAmount(units, rate, markup, price + markup);
    }
}
