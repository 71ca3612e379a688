using System.Globalization;

namespace Cryptocardium.Cards.Domain;

// A card works to the end of a month. Stored is the first moment at which it does not.
internal static class Expiry
{
    /// <summary>Full months that a card works after the one it was issued in, as the documentation's example card does.</summary>
    public const int Months = 39;

    public static DateTimeOffset Of(DateTimeOffset issuedAt) =>
        new DateTimeOffset(issuedAt.Year, issuedAt.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(Months + 1);

    /// <summary>The last month in which the card works, <c>2029-08</c>.</summary>
    public static string Text(DateTimeOffset expiresAt) => Month(expiresAt.AddMonths(-1));

    /// <summary>The month of a time, <c>2029-08</c>.</summary>
    public static string Month(DateTimeOffset time) => time.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
