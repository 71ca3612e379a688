using Cryptocardium.Cards.Currencies;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What a merchant takes with a capture.</summary>
/// <param name="Total">What the card pays.</param>
/// <param name="Foreign">The price that was cleared, at the clearing day's rate; null for an amount in dollars.</param>
internal readonly record struct CapturedAmount(Usd Total, ForeignAmount? Foreign)
{
    public Usd Markup => Foreign?.Markup ?? Usd.Zero;

    public static CapturedAmount Dollars(Usd amount) => new(amount, null);

    /// <summary>All that was approved. A price in another currency is cleared as it was asked for, at the rate of its clearing.</summary>
    public static CapturedAmount Whole(CardTransaction authorized, Bin bin, DateTimeOffset now) =>
        !authorized.IsPartial
        && authorized.MerchantCurrency is { } code && RateTable.Find(code) is { } currency
        && ForeignAmount.Of(currency, authorized.MerchantAmount!.Value, bin.MarkupBasisPoints, now) is { } cleared
            ? new CapturedAmount(cleared.Total, cleared)
            : Dollars(authorized.Amount);
}
