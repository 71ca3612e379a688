using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What a load costs on top of it; product documentation, "Card loads &amp; balances".</summary>
internal static class RailFee
{
    /// <summary>2 %, in hundredths of a per cent.</summary>
    public const int BasisPoints = 200;

    public static Usd Of(Usd load) => load.Percent(BasisPoints, Rounding.Up);
}
