using Cryptocardium.Cards.Currencies;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The amount of a capture.</summary>
/// <param name="Total">The amount that the card pays.</param>
/// <param name="Foreign">The cleared price at the rate of the clearing day; null for an amount in dollars.</param>
internal readonly record struct CapturedAmount(Usd Total, ForeignAmount? Foreign)
{
    public Usd Markup => Foreign?.Markup ?? Usd.Zero;

    public static CapturedAmount Dollars(Usd amount) => new(amount, null);

    /// <summary>The whole approved amount. A foreign price clears unchanged, at the rate of the clearing day.</summary>
    public static CapturedAmount Whole(CardTransaction authorized, Bin bin, DateTimeOffset now) =>
        !authorized.IsPartial
        && authorized.MerchantCurrency is { } code && RateTable.Find(code) is { } currency
        && ForeignAmount.Of(currency, authorized.MerchantAmount!.Value, bin.MarkupBasisPoints, now) is { } cleared
            ? new CapturedAmount(cleared.Total, cleared)
            : Dollars(authorized.Amount);
}
