using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The fee of a load, charged in addition; product documentation, "Card loads &amp; balances".</summary>
internal static class RailFee
{
    /// <summary>2 %, in basis points.</summary>
    public const int BasisPoints = 200;

    public static Usd Of(Usd load) => load.Percent(BasisPoints, Rounding.Up);
}
