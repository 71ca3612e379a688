using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Statements that read the entries of a customer. Each finds its first row by one index seek at any depth.
internal static class EntrySql
{
    private const string Columns =
        "e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at, j.kind, j.effective_at, a.code, a.class, a.is_debit";

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

    /// <summary>The position of an entry of an owner.</summary>
    public static readonly Statement Point = new(
        """
        SELECT e.posted_at, e.account_no, e.account_seq, a.class FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no
        WHERE e.no = @no AND a.owner = @owner AND a.is_visible
        """,
        "no", "owner");

    /// <summary>The time of the first entry of a customer in one book.</summary>
    public static readonly Statement First = new(
        """
        SELECT e.posted_at FROM ledger_entry e CROSS JOIN ledger_account a
        WHERE a.no = e.account_no AND e.owner_key = @owner_key AND a.owner = @owner ORDER BY e.posted_at LIMIT 1
        """,
        "owner_key", "owner");

    private static Statement OfOwner(string order) => new(
        $"""
         SELECT {Columns} {Tables} AND e.owner_key = @owner_key AND a.owner = @owner AND (@class = '' OR a.class = @class)
           AND (e.posted_at, e.account_no, e.account_seq) > (@low_at, @low_no, @low_seq)
           AND (e.posted_at, e.account_no, e.account_seq) < (@high_at, @high_no, @high_seq)
         ORDER BY e.posted_at {order}, e.account_no {order}, e.account_seq {order} LIMIT @limit
         """,
        "owner_key", "owner", "class", "low_at", "low_no", "low_seq", "high_at", "high_no", "high_seq", "limit");

    private static Statement OfAccount(string order) => new(
        $"""
         SELECT {Columns} {Tables} AND e.account_no = @account_no
           AND (e.posted_at, e.account_seq) > (@low_at, @low_seq) AND (e.posted_at, e.account_seq) < (@high_at, @high_seq)
         ORDER BY e.posted_at {order}, e.account_seq {order} LIMIT @limit
         """,
        "account_no", "low_at", "low_seq", "high_at", "high_seq", "limit");
}
