using System.Globalization;

namespace Cryptocardium.Ledger.Domain;

// Ids of entries and journals consist of the second of posting, so that they sort by time, and the number. So they need no column and no
// index of their own.
internal static class LedgerIds
{
    private const string EntryPrefix = "ent_";
    private const string JournalPrefix = "jnl_";
    private const int TimeDigits = 8;
    private const int NumberDigits = 16;

    public static string Entry(long number, long postedAt) => Text(EntryPrefix, number, postedAt);

    public static string Journal(long number, long postedAt) => Text(JournalPrefix, number, postedAt);

    /// <returns>The number in the id of an entry; null when the text is no such id. The caller checks the time.</returns>
    public static long? EntryNumber(string id) => NumberIn(id, EntryPrefix);

    /// <returns>The number in the id of a journal; null when the text is no such id. The caller checks the time.</returns>
    public static long? JournalNumber(string id) => NumberIn(id, JournalPrefix);

    private static long? NumberIn(string id, string prefix) =>
        id.Length == prefix.Length + TimeDigits + NumberDigits
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(id.AsSpan()[^NumberDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Text(string prefix, long number, long postedAt) => string.Create(
        CultureInfo.InvariantCulture, $"{prefix}{postedAt / TimeSpan.MillisecondsPerSecond:x8}{number:x16}");
}
