using System.Globalization;

namespace Cryptocardium.Ledger.Domain;

// Entries and journals are found by their number, and their ids are made of it, so that no column and no index is needed for them:
// the second in which they were posted, so that ids sort by time, and the number.
internal static class LedgerIds
{
    private const string EntryPrefix = "ent_";
    private const string JournalPrefix = "jnl_";
    private const int TimeDigits = 8;
    private const int NumberDigits = 16;

    public static string Entry(long number, long postedAt) => Text(EntryPrefix, number, postedAt);

    public static string Journal(long number, long postedAt) => Text(JournalPrefix, number, postedAt);

    /// <returns>The number in an entry's id; null when the text cannot be one. Whether it is the right id, its time says.</returns>
    public static long? EntryNumber(string id) => NumberIn(id, EntryPrefix);

    /// <returns>The number in a journal's id; null when the text cannot be one.</returns>
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
