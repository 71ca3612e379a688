using System.Globalization;

namespace Cryptocardium.Cards.Domain;

// A card is valid to the end of a month. The first moment after that is stored.
internal static class Expiry
{
    /// <summary>The full months of validity after the month of issue, as in the documentation's example card.</summary>
    public const int Months = 39;

    public static DateTimeOffset Of(DateTimeOffset issuedAt) =>
        new DateTimeOffset(issuedAt.Year, issuedAt.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(Months + 1);

    /// <summary>The last valid month, <c>2029-08</c>.</summary>
    public static string Text(DateTimeOffset expiresAt) => Month(expiresAt.AddMonths(-1));

    /// <summary>The month of a time, <c>2029-08</c>.</summary>
    public static string Month(DateTimeOffset time) => time.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
