using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Checks of the ledger against itself. Each returns discrepancies: subject, expected and found value.
internal static class ReconciliationSql
{
    private const int DiscrepanciesMax = 100;

    public static readonly Statement TrialBalance = new(
        """
        SELECT mode AS subject, CAST(0 AS bigint) AS expected, CAST(SUM(CASE WHEN is_debit THEN -balance ELSE balance END) AS bigint) AS found
        FROM ledger_account GROUP BY mode HAVING SUM(CASE WHEN is_debit THEN -balance ELSE balance END) <> 0
        """);

    public static readonly Statement Journals = new(
        $"""
        SELECT CAST(no AS text) AS subject, CAST(0 AS bigint) AS expected, CAST(COALESCE(total, 1) AS bigint) AS found
        FROM (SELECT j.no AS no, (SELECT SUM(e.amount) FROM ledger_entry e
                WHERE e.no >= j.no * {JournalNumber.LinesPerJournal} AND e.no < (j.no + 1) * {JournalNumber.LinesPerJournal}) AS total
              FROM ledger_journal j) sums
        WHERE COALESCE(total, 1) <> 0 LIMIT {DiscrepanciesMax}
        """);

    public static readonly Statement Balances = new(
        $"""
        SELECT a.code AS subject, CAST(CASE WHEN a.is_debit THEN -COALESCE(e.total, 0) ELSE COALESCE(e.total, 0) END AS bigint) AS expected,
            a.balance AS found
        FROM ledger_account a
        LEFT JOIN (SELECT account_no, SUM(amount) AS total FROM ledger_entry GROUP BY account_no) e ON e.account_no = a.no
        WHERE CASE WHEN a.is_debit THEN -a.balance ELSE a.balance END <> COALESCE(e.total, 0) LIMIT {DiscrepanciesMax}
        """);

    public static readonly Statement EntryCounts = new(
        $"""
        SELECT a.code AS subject, COALESCE(e.entries, 0) AS expected, a.account_seq AS found
        FROM ledger_account a
        LEFT JOIN (SELECT account_no, COUNT(*) AS entries FROM ledger_entry GROUP BY account_no) e ON e.account_no = a.no
        WHERE a.account_seq <> COALESCE(e.entries, 0) LIMIT {DiscrepanciesMax}
        """);

    public static readonly Statement Holds = new(
        $"""
        SELECT a.code AS subject, CAST(COALESCE(h.open, 0) AS bigint) AS expected, a.balance AS found
        FROM ledger_account a
        LEFT JOIN (SELECT held_code, SUM(open) AS open FROM ledger_hold WHERE open > 0 GROUP BY held_code) h ON h.held_code = a.code
        WHERE a.class = 'C.hold' AND a.balance <> COALESCE(h.open, 0) LIMIT {DiscrepanciesMax}
        """);

    public static readonly Statement HoldsWithoutAccount = new(
        $"""
        SELECT held_code AS subject, CAST(SUM(open) AS bigint) AS expected, CAST(0 AS bigint) AS found FROM ledger_hold h
        WHERE open > 0 AND NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.code = h.held_code) GROUP BY held_code LIMIT {DiscrepanciesMax}
        """);

    public static readonly Statement BalancesOfClass = new(
        "SELECT code, balance FROM ledger_account WHERE class = @class AND balance <> 0", "class");

    public static readonly Statement CountTypes = new("SELECT type, COUNT(*) AS journals FROM ledger_journal GROUP BY type");
}
