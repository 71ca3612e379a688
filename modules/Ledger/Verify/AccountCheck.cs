using System.Data.Common;
using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// Every account against the chart, its entries and its holds.
internal sealed class AccountCheck(Unit unit)
{
    private const int EntriesAtOnce = 10_000;

    private static readonly Statement Accounts = new(
        "SELECT no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at FROM ledger_account ORDER BY no");

    private static readonly Statement Entries = new(
        """
        SELECT account_no, posted_at, account_seq, no, amount, balance_after FROM ledger_entry
        WHERE (account_no, posted_at, account_seq) > (@account_no, @posted_at, @account_seq)
        ORDER BY account_no, posted_at, account_seq LIMIT @limit
        """,
        "account_no", "posted_at", "account_seq", "limit");

    private static readonly Statement Orphan = new(
        $"""
         SELECT e.no FROM ledger_entry e LEFT JOIN ledger_journal j ON j.no = e.no / {JournalNumber.LinesPerJournal}
         WHERE j.no IS NULL ORDER BY e.no LIMIT 1
         """);

    private static readonly Statement Holds = new("SELECT held_code, CAST(SUM(open) AS BIGINT) FROM ledger_hold GROUP BY held_code");

    private static readonly Statement Held = new("SELECT code, balance FROM ledger_account WHERE class = 'C.hold'");

    private readonly List<(long Journal, string What)> faults = [];

    public async ValueTask<LedgerFault?> FirstFault(Action<string> progress)
    {
        foreach (var orphan in await unit.Query(Orphan, static row => row.GetInt64(0)))
        {
            return await FaultText.At(unit, orphan / JournalNumber.LinesPerJournal, "it is missing, and one of its entries is there");
        }

        var books = (await unit.Query(Accounts, ReadAccount)).ToDictionary(book => book.Account.No);
        var entries = await Walk(books);
        await CompareHolds(books.Values);
        foreach (var book in books.Values)
        {
            Note(book, ChartCheck.FaultOf(book.Account) ?? book.FaultOfBalance());
        }

        progress(string.Create(CultureInfo.InvariantCulture, $"accounts: {books.Count:N0} with {entries:N0} entries"));
        return faults.Count == 0 ? null
            : faults.MinBy(fault => (fault.Journal == 0, fault.Journal)) is var (journal, what) && journal != 0 ? await FaultText.At(unit, journal, what)
            : new LedgerFault("", 0, 0, "", faults[0].What);
    }

    private async ValueTask<long> Walk(Dictionary<long, AccountBook> books)
    {
        var count = 0L;
        var last = (AccountNo: 0L, PostedAt: 0L, AccountSeq: 0L);
        List<WalkedEntry> entries;
        do
        {
            entries = await unit.Query(Entries, ReadEntry, last.AccountNo, last.PostedAt, last.AccountSeq, EntriesAtOnce);
            foreach (var entry in entries)
            {
                var book = books[entry.AccountNo];
                Note(book, book.Take(entry));
                last = (entry.AccountNo, entry.PostedAt, entry.AccountSeq);
            }

            count += entries.Count;
        }
        while (entries.Count == EntriesAtOnce);
        return count;
    }

    private async ValueTask CompareHolds(IEnumerable<AccountBook> books)
    {
        var open = (await unit.Query(Holds, static row => (Code: row.GetString(0), Open: row.GetInt64(1)))).ToDictionary(hold => hold.Code, hold => hold.Open);
        var byCode = books.ToDictionary(book => book.Account.Code);
        foreach (var (code, balance) in await unit.Query(Held, static row => (row.GetString(0), row.GetInt64(1))))
        {
            if (open.GetValueOrDefault(code) != balance)
            {
                Note(byCode[code], $"the open holds of {code} do not sum to what it holds");
            }

            open.Remove(code);
        }

        faults.AddRange(open.Where(hold => hold.Value != 0).Select(hold => (0L, $"a hold names the account {hold.Key}, which there is not")));
    }

    // One for each account is enough: what follows follows from it.
    private void Note(AccountBook book, string? fault)
    {
        if (fault is not null && !book.IsAtFault)
        {
            book.IsAtFault = true;
            faults.Add((book.LastJournal, fault));
        }
    }

    private static AccountBook ReadAccount(DbDataReader row) => new(
        new StoredAccount(
            row.GetInt64(0), row.GetString(1), row.GetString(2), ModeText.Parse(row.GetString(3)), row.IsDBNull(4) ? "" : row.GetString(4),
            row.GetBoolean(5), row.GetBoolean(6), row.IsDBNull(7) ? null : row.GetInt64(7)),
        row.GetInt64(8), row.GetInt64(9), row.GetInt64(10));

    private static WalkedEntry ReadEntry(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5));
}
