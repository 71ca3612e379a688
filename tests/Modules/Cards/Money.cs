using System.Globalization;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

/// <summary>Parses amounts of tables.</summary>
internal static class Money
{
    public static Usd Of(string amount) => Usd.FromDecimal(decimal.Parse(amount, CultureInfo.InvariantCulture));
}
