using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Currencies;

/// <summary>A price in a merchant's currency with its amount in dollars.</summary>
/// <param name="Units">The price in the smallest units of its currency.</param>
/// <param name="Rate">The applied exchange rate.</param>
/// <param name="Markup">The part of the total that we earn.</param>
/// <param name="Total">The amount that the card pays, rounded up to whole cents.</param>
internal sealed record ForeignAmount(long Units, Rate Rate, Usd Markup, Usd Total)
{
    private const string Dollars = "USD";

    public Currency Currency => Rate.Currency;

    /// <param name="currency">A currency of the table.</param>
    /// <param name="units">The price in its smallest units.</param>
    /// <param name="markupBasisPoints">The card product's markup.</param>
    /// <param name="time">The time whose exchange rate applies.</param>
    /// <returns>Null when the total exceeds the largest amount.</returns>
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

        // A price in dollars is exchanged at 1 and has no markup.
        var markup = currency.Code == Dollars ? Usd.Zero : price.Percent(markupBasisPoints, Rounding.Up);
        return price + markup > most ? null : new ForeignAmount(units, rate, markup, price + markup);
    }
}
