using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Statements;

// Formats entries as lines of CSV (RFC 4180), with the members of a ledger entry as columns. Texts that many lines share are formatted once,
// and a line allocates nothing.
internal sealed class EntryCsv(IEnumerable<CustomerAccount> accounts)
{
    private const int UsualBytes = 512;
    private const string Header = "id,created_at,effective_at,mode,journal_id,kind,account,card_id,amount_usd,balance_after_usd\r\n";

    private readonly Dictionary<long, AccountText> known = accounts.ToDictionary(account => account.Account.No, AccountText.Of);
    private readonly List<(byte[] Kind, byte[] Field)> kinds = [];
    private readonly byte[] time = new byte["2026-05-19T07:30:00Z".Length];
    private long timeSeconds = -1;

    public static void WriteHeader(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(Header, output);

    /// <summary>
    /// Writes a line. It skips entries that were posted after the accounts were read, so that all lines are of one moment, and entries of
    /// other ledger accounts.
    /// </summary>
    public void Write(StreamedEntry entry, IBufferWriter<byte> output)
    {
        var point = entry.Point;
        if (!known.TryGetValue(point.AccountNo, out var account) || point.AccountSeq > account.EntryCount)
        {
            return;
        }

        var effectiveAt = entry.EffectiveAt;
        ReadOnlySpan<byte> effective = effectiveAt == point.PostedAt ? Time(point.PostedAt) : Encoding.UTF8.GetBytes(Text(effectiveAt));
        var created = Time(point.PostedAt);
        var seconds = point.PostedAt / TimeSpan.MillisecondsPerSecond;
        ReadOnlySpan<byte> kind = Field(entry.Kind);
        var (id, journal, after) = (entry.No, entry.JournalNo, entry.BalanceAfter);
        var growth = account.IsDebit ? -entry.Amount : entry.Amount;
        int written;
        for (var size = UsualBytes; !Utf8.TryWrite(
            output.GetSpan(size), CultureInfo.InvariantCulture,
            $"ent_{seconds:x8}{id:x16},{created},{effective},{account.Mode},jnl_{seconds:x8}{journal:x16},{kind},{account.Names},{growth},{after}\r\n",
            out written);)
        {
            size *= 2;
        }

        output.Advance(written);
    }

    private ReadOnlySpan<byte> Time(long milliseconds)
    {
        var seconds = milliseconds / TimeSpan.MillisecondsPerSecond;
        if (seconds != timeSeconds)
        {
            Encoding.UTF8.GetBytes(Text(milliseconds), time);
            timeSeconds = seconds;
        }

        return time;
    }

    // The list stays short, since kinds are constants of the program.
    private byte[] Field(ReadOnlySpan<byte> kind)
    {
        foreach (var (stored, field) in kinds)
        {
            if (kind.SequenceEqual(stored))
            {
                return field;
            }
        }

        kinds.Add((kind.ToArray(), Encoding.UTF8.GetBytes(CsvField.Text(Encoding.UTF8.GetString(kind)))));
        return kinds[^1].Field;
    }

    private static string Text(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString(TimestampJson.Format, CultureInfo.InvariantCulture);

    private sealed class AccountText
    {
        public long EntryCount { get; private init; }

        public bool IsDebit { get; private init; }

        public string Mode { get; private init; } = "";

        public string Names { get; private init; } = "";

        public static AccountText Of(CustomerAccount account) => new()
        {
            EntryCount = account.EntryCount,
            IsDebit = account.Account.IsDebit,
            Mode = CsvField.Text(account.Account.Mode.Text()),
            Names = $"{CsvField.Text(account.Account.Name)},{CsvField.Text(account.Account.CardId ?? "")}",
        };
    }
}
