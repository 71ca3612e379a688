using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// The statements that read a customer's entries. Each finds its first row by one seek, however far down the list it stands.
internal static class EntrySql
{
    private const string Columns =
        "e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at, j.kind, j.effective_at, a.code, a.class, a.is_debit";

    // In this order: the index of the entries comes first, and the rest is looked up.
    private static readonly string Tables =
        $"""
         FROM ledger_entry e CROSS JOIN ledger_account a CROSS JOIN ledger_journal j
         WHERE a.no = e.account_no AND j.no = e.no / {JournalNumber.LinesPerJournal}
         """;

    /// <summary>A customer's next entries in one book, newest first.</summary>
    public static readonly Statement Down = OfOwner("DESC");

    /// <summary>A customer's next entries in one book, oldest first.</summary>
    public static readonly Statement Up = OfOwner("ASC");

    /// <summary>One account's next entries, newest first.</summary>
    public static readonly Statement AccountDown = OfAccount("DESC");

    /// <summary>One account's next entries, oldest first.</summary>
    public static readonly Statement AccountUp = OfAccount("ASC");

    /// <summary>Where an entry stands, if it is one of this owner's.</summary>
    public static readonly Statement Point = new(
        """
        SELECT e.posted_at, e.account_no, e.account_seq, a.class FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no
        WHERE e.no = @no AND a.owner = @owner AND a.is_visible
        """,
        "no", "owner");

    /// <summary>When a customer's first entry in one book was posted.</summary>
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
