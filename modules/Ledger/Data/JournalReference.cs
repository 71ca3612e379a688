using System.Globalization;

namespace Cryptocardium.Ledger.Data;

// Refers to a journal in the stored effects of a request: its number and the second of posting. It never leaves the server. After a rollback
// the number may belong to another journal, so a reader compares the second as well.
internal static class JournalReference
{
    private const string Prefix = "jnl_";
    private const int TimeDigits = 8;
    private const int NumberDigits = 16;

    public static string Of(long number, long postedAt) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{postedAt / TimeSpan.MillisecondsPerSecond:x8}{number:x16}");

    /// <returns>The number of the journal; null when the text is no such reference.</returns>
    public static long? NumberIn(string reference) =>
        reference.Length == Prefix.Length + TimeDigits + NumberDigits
        && reference.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(reference.AsSpan()[^NumberDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
