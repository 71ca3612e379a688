using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Statements that post journals, and read balances and holds.
internal static class LedgerSql
{
    private const string HoldColumns = "SELECT id, open, expires_at FROM ledger_hold ";

    // Returns no row when the account does not exist or would fall below its floor; the CHECK constraint asserts the same. moved_at never
    // decreases, even if the clock does.
    public static readonly Statement Move = new(
        """
        UPDATE ledger_account SET balance = balance + @growth, account_seq = account_seq + 1,
            moved_at = CASE WHEN moved_at > @now THEN moved_at ELSE @now END
        WHERE code = @code AND (floor IS NULL OR balance + @growth >= floor)
        RETURNING no, balance, account_seq, moved_at
        """,
        "growth", "now", "code")
    { PassesMemory = true };

    // The rows that a batch caches: each was locked by Move in this transaction.
    public static readonly LockedTable<MovedAccount> Accounts = new(
        "ledger_account",
        new Statement(
            "UPDATE ledger_account SET balance = @balance, account_seq = @account_seq, moved_at = @moved_at WHERE no = @no",
            "balance", "account_seq", "moved_at", "no"),
        static account => [account.Balance, account.Seq, account.MovedAt, account.No]);

    // Reverses a Move of the same transaction.
    public static readonly Statement MoveBack = new(
        """
        UPDATE ledger_account SET balance = balance - @growth, account_seq = account_seq - 1, moved_at = COALESCE(
            (SELECT e.posted_at FROM ledger_entry e WHERE e.account_no = ledger_account.no
             ORDER BY e.posted_at DESC, e.account_seq DESC LIMIT 1), 0)
        WHERE code = @code
        """,
        "growth", "code");

    // Raises moved_at to the time of a journal that another of its accounts made later than now.
    public static readonly Statement MoveOn = new(
        "UPDATE ledger_account SET moved_at = @posted_at WHERE no = @no AND moved_at < @posted_at", "posted_at", "no");

    public static readonly Statement OpenOnSqlite = new(
        """
        INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at)
        SELECT (COALESCE(MAX(no), 0) / 2 + 1) * 2 + @book, @code, @class, @mode, @owner, @is_debit, @is_visible, @floor, 0, 0, 0
        FROM ledger_account
        """,
        "book", "code", "class", "mode", "owner", "is_debit", "is_visible", "floor");

    public static readonly Statement OpenOnPostgres = new(
        """
        INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at)
        VALUES (nextval('ledger_account_no') * 2 + @book, @code, @class, @mode, @owner, @is_debit, @is_visible, @floor, 0, 0, 0)
        ON CONFLICT (code) DO NOTHING
        """,
        "book", "code", "class", "mode", "owner", "is_debit", "is_visible", "floor");

    public static readonly Insertion Journals = new(
        "ledger_journal", "no bigint", "type text", "operation_key text", "source text", "mode text", "posted_at bigint", "effective_at bigint", "actor text",
        "prev_hash bytea", "hash bytea");

    public static readonly Insertion Entries = new(
        "ledger_entry", "no bigint", "account_no bigint", "amount bigint", "balance_after bigint", "account_seq bigint", "posted_at bigint",
        "owner_key bigint");

    public static readonly Statement LaneHead = new(
        "SELECT no, hash FROM ledger_journal WHERE no >= @first AND no < @last ORDER BY no DESC LIMIT 1", "first", "last");

    public static readonly Statement IsPosted = new(
        "SELECT 1 FROM ledger_journal WHERE operation_key = @operation_key", "operation_key");

    public static readonly Statement Balance = new("SELECT balance FROM ledger_account WHERE code = @code", "code");

    public static readonly Statement BalanceForUpdate = new(
        "SELECT balance FROM ledger_account WHERE code = @code FOR UPDATE", "code");

    public static readonly Insertion Holds = new("ledger_hold", "id text", "held_code text", "open bigint", "expires_at bigint");

    public static readonly Statement ReduceHold = new("UPDATE ledger_hold SET open = open - @amount WHERE id = @id", "amount", "id");

    public static readonly Statement ChangeHold = new(
        "UPDATE ledger_hold SET open = open + @amount, expires_at = @expires_at WHERE id = @id", "amount", "expires_at", "id");

    public static readonly Statement OverdueHold = new(
        """
        SELECT h.id, a.owner FROM ledger_hold h JOIN ledger_account a ON a.code = h.held_code
        WHERE h.open > 0 AND h.expires_at <= @now ORDER BY h.expires_at, h.id LIMIT 1
        """,
        "now");

    public static readonly Statement FindHoldsOnSqlite = new(
        $"{HoldColumns}WHERE {TextList.Condition(Engine.Sqlite, "id", "ids")}", "ids");

    public static readonly Statement FindHoldsOnPostgres = new(
        $"{HoldColumns}WHERE {TextList.Condition(Engine.Postgres, "id", "ids")}", "ids");

    public static readonly Statement FindHold = new(HoldColumns + "WHERE id = @id", "id");
}
