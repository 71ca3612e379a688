using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// Checks each ledger account against the chart, its entries and its holds.
internal sealed class AccountCheck(UnitOfWork unit, HoldCheck holds)
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

    private readonly List<(long Journal, string What)> faults = [];

    public async ValueTask<LedgerFault?> FirstFault(Action<string> progress)
    {
        foreach (var orphan in await unit.Query(Orphan, static row => row.GetInt64("no")))
        {
            return await FaultText.At(unit, orphan / JournalNumber.LinesPerJournal, "it is missing, and one of its entries is there");
        }

        var accounts = (await unit.Query(Accounts, ReadAccount)).ToDictionary(account => account.Account.No);
        var entries = await ScanEntries(accounts);
        foreach (var account in accounts.Values)
        {
            AddFault(account, ChartCheck.FaultOf(account.Account) ?? account.FaultOfBalance());
        }

        var open = await CompareHolds(accounts.Values);

        progress(string.Create(CultureInfo.InvariantCulture, $"accounts: {accounts.Count:N0} with {entries:N0} entries, {open:N0} holds"));
        return faults.Count == 0 ? null
            : faults.MinBy(fault => (fault.Journal == 0, fault.Journal)) is var (journal, what) && journal != 0 ? await FaultText.At(unit, journal, what)
            : new LedgerFault("", 0, 0, "", faults[0].What);
    }

    private async ValueTask<long> ScanEntries(Dictionary<long, RecomputedAccount> accounts)
    {
        var count = 0L;
        var last = (AccountNo: 0L, PostedAt: 0L, AccountSeq: 0L);
        List<ScannedEntry> entries;
        do
        {
            entries = await unit.Query(Entries, ReadEntry, last.AccountNo, last.PostedAt, last.AccountSeq, EntriesAtOnce);
            foreach (var entry in entries)
            {
                var account = accounts[entry.AccountNo];
                AddFault(account, account.Apply(entry));
                last = (entry.AccountNo, entry.PostedAt, entry.AccountSeq);
            }

            count += entries.Count;
        }
        while (entries.Count == EntriesAtOnce);
        return count;
    }

    private async ValueTask<int> CompareHolds(IEnumerable<RecomputedAccount> accounts)
    {
        var count = 0;
        foreach (var account in accounts.Where(account => account.Account.Class == Chart.CardHeldCode))
        {
            var (number, found) = await holds.Compare(account.Account);
            count += number;
            faults.AddRange(found);
        }

        faults.AddRange(await holds.WithoutJournal());
        return count;
    }

    // One fault per account is enough, since later ones follow from it.
    private void AddFault(RecomputedAccount account, string? fault)
    {
        if (fault is not null && !account.IsAtFault)
        {
            account.IsAtFault = true;
            faults.Add((account.LastJournal, fault));
        }
    }

    private static RecomputedAccount ReadAccount(IRow row)
    {
        var stored = new UnverifiedRow(row);
        var account = new UnverifiedAccount(
            stored.Number("no"), stored.Text("code"), stored.Text("class"), stored.Mode("mode"), stored.TextOrNone("owner"),
            stored.Flag("is_debit"), stored.Flag("is_visible"), stored.NumberOrNone("floor"));
        var (balance, accountSeq, movedAt) = (stored.Number("balance"), stored.Number("account_seq"), stored.Number("moved_at"));
        return new RecomputedAccount(account with { Unreadable = stored.Unreadable }, balance, accountSeq, movedAt);
    }

    private static ScannedEntry ReadEntry(IRow row) => new(
        row.GetInt64("account_no"), row.GetInt64("posted_at"), row.GetInt64("account_seq"), row.GetInt64("no"), row.GetInt64("amount"),
        row.GetInt64("balance_after"));
}
