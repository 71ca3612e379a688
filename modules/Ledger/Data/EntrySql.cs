using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Data;

// Statements that read the entries of a customer. Each finds its first row by one index seek at any depth.
internal static class EntrySql
{
    // The entry that pays for a load contains the fee, which is the program's line of the same journal.
    private static readonly string Fee =
        $"""
         CASE WHEN j.type = '{JournalTypes.CardLoad}' AND e.amount < 0 THEN
             (SELECT CAST(SUM(f.amount) AS BIGINT) FROM ledger_entry f CROSS JOIN ledger_account r
              WHERE r.no = f.account_no AND r.class = '{Chart.RailFeeCode}'
                AND f.no >= j.no * {JournalNumber.LinesPerJournal} AND f.no < (j.no + 1) * {JournalNumber.LinesPerJournal}) END
         """;

    /// <summary>The columns that all readers of entries need.</summary>
    public static readonly string Columns =
        $"""
         e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at, j.type, j.source, j.hash, j.effective_at, {Fee} AS fee
         """;

    private static readonly string Select = $"SELECT {Columns}, a.code, a.class, a.is_debit";

    // CROSS JOIN fixes the order: the index of entries first, then look-ups by key.
    private static readonly string Tables =
        $"""
         FROM ledger_entry e CROSS JOIN ledger_account a CROSS JOIN ledger_journal j
         WHERE a.no = e.account_no AND j.no = e.no / {JournalNumber.LinesPerJournal}
         """;

    /// <summary>The next entries of a customer in one book, newest first.</summary>
    public static readonly Statement Down = OfOwner("DESC");

    /// <summary>The next entries of a customer in one book, oldest first.</summary>
    public static readonly Statement Up = OfOwner("ASC");

    /// <summary>The next entries of one ledger account, newest first.</summary>
    public static readonly Statement AccountDown = OfAccount("DESC");

    /// <summary>The next entries of one ledger account, oldest first.</summary>
    public static readonly Statement AccountUp = OfAccount("ASC");

    /// <summary>The entries of a customer in one book at one time. Their ids begin with the time, so an id is found here.</summary>
    public static readonly Statement AtTime = new(
        $"""
         SELECT e.no, e.account_no, e.account_seq, j.hash {Tables} AND e.owner_key = @owner_key AND a.owner = @owner AND e.posted_at = @posted_at
         """,
        "owner_key", "owner", "posted_at");

    /// <summary>The entries of a customer in one journal.</summary>
    public static readonly Statement OfJournal = new(
        $"""
         {Select} {Tables} AND e.no >= @first AND e.no < @end AND a.owner = @owner AND e.owner_key IS NOT NULL
         """,
        "first", "end", "owner");

    /// <summary>The time of the first entry of a customer in one book.</summary>
    public static readonly Statement First = new(
        """
        SELECT e.posted_at FROM ledger_entry e CROSS JOIN ledger_account a
        WHERE a.no = e.account_no AND e.owner_key = @owner_key AND a.owner = @owner ORDER BY e.posted_at LIMIT 1
        """,
        "owner_key", "owner");

    private static Statement OfOwner(string order) => new(
        $"""
         {Select} {Tables} AND e.owner_key = @owner_key AND a.owner = @owner AND (@type = '' OR j.type = @type) AND (@class = '' OR a.class = @class)
           AND (e.posted_at, e.account_no, e.account_seq) > (@low_at, @low_no, @low_seq)
           AND (e.posted_at, e.account_no, e.account_seq) < (@high_at, @high_no, @high_seq)
         ORDER BY e.posted_at {order}, e.account_no {order}, e.account_seq {order} LIMIT @limit
         """,
        "owner_key", "owner", "type", "class", "low_at", "low_no", "low_seq", "high_at", "high_no", "high_seq", "limit");

    private static Statement OfAccount(string order) => new(
        $"""
         {Select} {Tables} AND e.account_no = @account_no AND (@type = '' OR j.type = @type)
           AND (e.posted_at, e.account_seq) > (@low_at, @low_seq) AND (e.posted_at, e.account_seq) < (@high_at, @high_seq)
         ORDER BY e.posted_at {order}, e.account_seq {order} LIMIT @limit
         """,
        "account_no", "type", "low_at", "low_seq", "high_at", "high_seq", "limit");
}
