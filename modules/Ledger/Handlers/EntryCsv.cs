using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Handlers;

// Entries as lines of CSV (RFC 4180): the members of a ledger entry as columns. What is the same on every line of an account is put
// together once.
internal sealed class EntryCsv(IBufferWriter<byte> output, IEnumerable<CustomerAccount> accounts)
{
    private const string LineEnd = "\r\n";
    private const int UsualBytes = 512;

    private static readonly string[] Columns =
    [
        "id", "created_at", "effective_at", "mode", "journal_id", "kind", "account", "card_id", "amount_usd", "balance_after_usd",
    ];

    private readonly Dictionary<long, (CustomerAccount Account, string Mode, string Names)> known = accounts.ToDictionary(
        account => account.No,
        account => (account, CsvField.Text(account.Mode.Text()), $"{CsvField.Text(account.Name)},{CsvField.Text(account.CardId ?? "")}"));

    public void WriteHeader() => Append($"{string.Join(',', Columns)}{LineEnd}");

    public void Write(EntryLine line)
    {
        var (account, mode, names) = known[line.AccountNo];
        var id = LedgerIds.Entry(line.No, line.PostedAt);
        var journal = LedgerIds.Journal(line.JournalNo, line.PostedAt);
        var kind = CsvField.Text(line.Kind);
        var created = Time(line.PostedAt);
        var effective = line.EffectiveAt == line.PostedAt ? created : Time(line.EffectiveAt);
        var growth = EntryView.Growth(line, account);
        var span = output.GetSpan(UsualBytes);
        if (Utf8.TryWrite(
            span, CultureInfo.InvariantCulture,
            $"{id},{created},{effective},{mode},{journal},{kind},{names},{growth},{line.BalanceAfter}\r\n",
            out var written))
        {
            output.Advance(written);
            return;
        }

        Append($"{id},{created},{effective},{mode},{journal},{kind},{names},{growth},{line.BalanceAfter}{LineEnd}");
    }

    private void Append(string text) => Encoding.UTF8.GetBytes(text, output);

    private static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString(TimestampJson.Format, CultureInfo.InvariantCulture);
}
