using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// The statements of the money path.
internal static class LedgerSql
{
    // Finds nothing when the account does not exist or would fall below its floor; the CHECK stands behind it.
    public static readonly Statement Move = new(
        """
        UPDATE ledger_account SET balance = balance + @growth, account_seq = account_seq + 1
        WHERE code = @code AND (floor IS NULL OR balance + @growth >= floor)
        RETURNING no, balance, account_seq
        """,
        "growth", "code");

    // Takes back a Move of this very transaction.
    public static readonly Statement MoveBack = new(
        "UPDATE ledger_account SET balance = balance - @growth, account_seq = account_seq - 1 WHERE code = @code",
        "growth", "code");

    public static readonly Statement OpenOnSqlite = new(
        """
        INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq)
        SELECT (COALESCE(MAX(no), 0) / 2 + 1) * 2 + @book, @code, @class, @mode, @owner, @is_debit, @is_visible, @floor, 0, 0
        FROM ledger_account
        """,
        "book", "code", "class", "mode", "owner", "is_debit", "is_visible", "floor");

    public static readonly Statement OpenOnPostgres = new(
        """
        INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq)
        VALUES (nextval('ledger_account_no') * 2 + @book, @code, @class, @mode, @owner, @is_debit, @is_visible, @floor, 0, 0)
        ON CONFLICT (code) DO NOTHING
        """,
        "book", "code", "class", "mode", "owner", "is_debit", "is_visible", "floor");

    public static readonly Statement InsertJournal = new(
        """
        INSERT INTO ledger_journal (no, kind, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
        VALUES (@no, @kind, @operation_key, @mode, @posted_at, @posted_at, @actor, @prev_hash, @hash)
        """,
        "no", "kind", "operation_key", "mode", "posted_at", "actor", "prev_hash", "hash");

    public static readonly Statement InsertEntry = new(
        """
        INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq)
        VALUES (@no, @account_no, @amount, @balance_after, @account_seq)
        """,
        "no", "account_no", "amount", "balance_after", "account_seq");

    public static readonly Statement LaneHead = new(
        "SELECT no, hash FROM ledger_journal WHERE no >= @first AND no < @last ORDER BY no DESC LIMIT 1", "first", "last");

    public static readonly Statement IsPosted = new(
        "SELECT 1 FROM ledger_journal WHERE operation_key = @operation_key", "operation_key");

    public static readonly Statement Balance = new("SELECT balance FROM ledger_account WHERE code = @code", "code");

    public static readonly Statement BalanceForUpdate = new(
        "SELECT balance FROM ledger_account WHERE code = @code FOR UPDATE", "code");

    public static readonly Statement BalancesOnSqlite = new(
        "SELECT code, balance FROM ledger_account WHERE code IN (SELECT value FROM json_each(@codes))", "codes");

    public static readonly Statement BalancesOnPostgres = new(
        "SELECT code, balance FROM ledger_account WHERE code = ANY(@codes)", "codes");

    // An account's last entry is the one that its own count names: no search.
    public static readonly Statement LastMovement = new(
        $"""
        SELECT j.posted_at FROM ledger_account a
        JOIN ledger_entry e ON e.account_no = a.no AND e.account_seq = a.account_seq
        JOIN ledger_journal j ON j.no = e.no / {JournalNumber.LinesPerJournal}
        WHERE a.code = @code
        """,
        "code");

    public static readonly Statement InsertHold = new(
        "INSERT INTO ledger_hold (id, held_code, open, expires_at) VALUES (@id, @held_code, @open, @expires_at)",
        "id", "held_code", "open", "expires_at");

    public static readonly Statement ReduceHold = new("UPDATE ledger_hold SET open = open - @amount WHERE id = @id", "amount", "id");

    public static readonly Statement FindHold = new("SELECT open, expires_at FROM ledger_hold WHERE id = @id", "id");
}
