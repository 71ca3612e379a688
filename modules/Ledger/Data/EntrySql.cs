using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// The statements that read a customer's entries. Each finds its first row by one seek, however far down the list it stands.
internal static class EntrySql
{
    private const string Columns = "e.no, e.account_no, e.amount, e.balance_after, e.account_seq, e.posted_at";

    private static readonly string Journal = $"ledger_journal j ON j.no = e.no / {JournalNumber.LinesPerJournal}";

    /// <summary>One account's next entries, newest first.</summary>
    public static readonly Statement Down = OfOne("DESC");

    /// <summary>One account's next entries, oldest first.</summary>
    public static readonly Statement Up = OfOne("ASC");

    /// <summary>The next entries of several accounts, newest first. PostgreSQL only.</summary>
    public static readonly Statement DownAll = OfAll("DESC");

    /// <summary>The next entries of several accounts, oldest first. PostgreSQL only.</summary>
    public static readonly Statement UpAll = OfAll("ASC");

    /// <summary>Where an entry stands, if it is one of this owner's.</summary>
    public static readonly Statement Point = new(
        """
        SELECT e.posted_at, e.account_no, e.account_seq, a.class FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no
        WHERE e.no = @no AND a.owner = @owner AND a.is_visible
        """,
        "no", "owner");

    private static Statement OfOne(string order) => new(
        $"""
         SELECT {Columns}, j.kind, j.effective_at FROM ledger_entry e JOIN {Journal}
         WHERE e.account_no = @account AND (e.posted_at, e.account_seq) > (@low_at, @low_seq)
           AND (e.posted_at, e.account_seq) < (@high_at, @high_seq)
         ORDER BY e.posted_at {order}, e.account_seq {order} LIMIT @limit
         """,
        "account", "low_at", "low_seq", "high_at", "high_seq", "limit");

    private static Statement OfAll(string order) => new(
        $"""
         SELECT {Columns}, j.kind, j.effective_at FROM (
             SELECT next.* FROM unnest(@account, @low_at, @low_seq, @high_at, @high_seq) AS a(no, low_at, low_seq, high_at, high_seq)
             CROSS JOIN LATERAL (
                 SELECT {Columns} FROM ledger_entry e
                 WHERE e.account_no = a.no AND (e.posted_at, e.account_seq) > (a.low_at, a.low_seq)
                   AND (e.posted_at, e.account_seq) < (a.high_at, a.high_seq)
                 ORDER BY e.posted_at {order}, e.account_seq {order} LIMIT @limit) next
             ORDER BY next.posted_at {order}, next.account_no {order}, next.account_seq {order} LIMIT @limit) e
         JOIN {Journal}
         ORDER BY e.posted_at {order}, e.account_no {order}, e.account_seq {order}
         """,
        "account", "low_at", "low_seq", "high_at", "high_seq", "limit");
}
