using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.Ledger.Entries;

namespace Cryptocardium.Ledger.Statements;

// Formats entries as lines of CSV (RFC 4180), with the members of a ledger entry as columns. Texts that many lines share are formatted once,
// and a line allocates nothing.
internal sealed class EntryCsv(IEnumerable<CustomerAccount> accounts)
{
    private const int UsualBytes = 512;
    private const int UsdBytes = 32;

    // New columns are appended, since readers may count them.
    private const string Header =
        "id,created_at,effective_at,mode,journal_id,type,account_type,card_id,amount_usd,balance_after_usd,fee_usd,source_type,source_id\r\n";

    private readonly Dictionary<long, AccountText> known = accounts.ToDictionary(account => account.Account.No, AccountText.Of);
    private readonly List<(byte[] Type, byte[] Field)> types = [];
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
        ReadOnlySpan<byte> type = Field(entry.Type);
        var after = entry.BalanceAfter;
        var (id, journal) = (LedgerIds.EntryBits(entry.JournalHash, entry.Line), LedgerIds.JournalBits(entry.JournalHash));
        Span<byte> fee = stackalloc byte[UsdBytes];
        fee = fee[..Text(entry.Fee, fee)];
        var source = entry.Source;
        var sourceType = JournalSource.TypeOf(source);
        var growth = account.IsDebit ? -entry.Amount : entry.Amount;
        int written;
        for (var size = UsualBytes; !Utf8.TryWrite(
            output.GetSpan(size), CultureInfo.InvariantCulture,
            $"ent_{point.PostedAt:x12}{id:x12},{created},{effective},{account.Mode},jnl_{point.PostedAt:x12}{journal:x12},{type},"
            + $"{account.Names},{growth},{after},{fee},{sourceType},{source}\r\n",
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

    // The list stays short, since types are constants of the program.
    private byte[] Field(ReadOnlySpan<byte> type)
    {
        foreach (var (stored, field) in types)
        {
            if (type.SequenceEqual(stored))
            {
                return field;
            }
        }

        types.Add((type.ToArray(), Encoding.UTF8.GetBytes(CsvField.Text(Encoding.UTF8.GetString(type)))));
        return types[^1].Field;
    }

    private static int Text(Usd fee, Span<byte> text)
    {
        var written = 0;
        return fee == Usd.Zero || Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"{fee}", out written) ? written : 0;
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
