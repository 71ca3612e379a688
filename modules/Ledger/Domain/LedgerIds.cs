using System.Buffers.Binary;
using System.Globalization;

namespace Cryptocardium.Ledger.Domain;

// Ids of journals and entries have the format of all ids: the time in milliseconds, then 48 bits that are as good as random. These are the
// first bits of the journal's hash, so an id needs no column and no index: a reader seeks its time among the entries of the owner. The
// lowest bits of the id of an entry are its line, so that ids of entries sort in the order of their journal.
internal static class LedgerIds
{
    private const string EntryPrefix = "ent_";
    private const string JournalPrefix = "jnl_";
    private const int TimeDigits = 12;
    private const int Digits = 24;
    private const int RandomBits = 48;
    private const int LineBits = 6;

    public static string Entry(ReadOnlySpan<byte> journalHash, long postedAt, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{EntryPrefix}{postedAt:x12}{EntryBits(journalHash, line):x12}");

    public static string Journal(ReadOnlySpan<byte> journalHash, long postedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{JournalPrefix}{postedAt:x12}{JournalBits(journalHash):x12}");

    /// <summary>The part after the time in the id of a journal.</summary>
    public static long JournalBits(ReadOnlySpan<byte> journalHash) =>
        journalHash.Length < sizeof(long) ? 0 : (long)(BinaryPrimitives.ReadUInt64BigEndian(journalHash) >> (64 - RandomBits));

    /// <summary>The part after the time in the id of an entry.</summary>
    public static long EntryBits(ReadOnlySpan<byte> journalHash, int line) => (JournalBits(journalHash) >> LineBits << LineBits) | (long)line;

    /// <returns>The time in the id of an entry, in Unix milliseconds; null when the text is no such id.</returns>
    public static long? EntryTime(string id) => TimeIn(id, EntryPrefix);

    /// <returns>The time in the id of a journal, in Unix milliseconds; null when the text is no such id.</returns>
    public static long? JournalTime(string id) => TimeIn(id, JournalPrefix);

    private static long? TimeIn(string id, string prefix) =>
        id.Length == prefix.Length + Digits
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(id.AsSpan(prefix.Length, TimeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var time)
            ? time
            : null;
}
