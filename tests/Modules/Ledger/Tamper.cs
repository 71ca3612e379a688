using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Ledger;

// Makes one random change to the tables of the ledger, chosen by a seed. The kinds of change take turns.
internal sealed class Tamper : LedgerFile
{
    private const string FirstOfAccount = "SELECT MIN(e.no) / 64 FROM ledger_entry e WHERE e.account_no = {0}";
    private const string LastOfAccount =
        "SELECT e.no / 64 FROM ledger_entry e WHERE e.account_no = {0} ORDER BY e.posted_at DESC, e.account_seq DESC LIMIT 1";

    private const string LastOfHold = "SELECT MAX(no) FROM ledger_journal WHERE operation_key = '{0}' OR operation_key LIKE '{0}:%'";

    private readonly Random random;

    private Tamper(SqliteConnection connection, int seed)
        : base(connection) => random = new Random(seed);

    /// <returns>The change, and the expected name of the fault: the journal by its place in the lane, or the code of an account without journals.</returns>
    public static (string What, string Named) With(SqliteConnection connection, int seed)
    {
        var tamper = new Tamper(connection, seed);
        Func<(string What, string Named)>[] kinds =
        [
            tamper.EditJournal, tamper.EditEntry, tamper.EditAccount, tamper.EditBalance, tamper.EditHold, tamper.MoveJournal,
            tamper.ShiftHold, tamper.DeleteHold, tamper.InsertHold,
            tamper.DeleteJournal, tamper.DeleteJournalWithEntries, tamper.DeleteEntry, tamper.DeleteAccount,
            tamper.SwapHashes, tamper.SwapAmounts, tamper.SwapAccounts, tamper.SwapBalances, tamper.SwapTimes,
            tamper.InsertJournal, tamper.InsertEntries, tamper.InsertOrphan, tamper.InsertAccount,
        ];
        return kinds[seed % kinds.Length]();
    }

    /// <summary>Deletes the last journal so that the rest is consistent.</summary>
    public static void CutOff(SqliteConnection connection)
    {
        var tamper = new Tamper(connection, 0);
        var last = tamper.Number("SELECT MAX(no) FROM ledger_journal");
        var accounts = tamper.Numbers($"SELECT account_no FROM ledger_entry WHERE no / 64 = {last}");
        tamper.Run($"DELETE FROM ledger_journal WHERE no = {last}; DELETE FROM ledger_entry WHERE no / 64 = {last}; DELETE FROM ledger_verified");
        foreach (var account in accounts)
        {
            const string Before = "COALESCE((SELECT {0} FROM ledger_entry e WHERE e.account_no = a.no ORDER BY e.posted_at DESC, e.account_seq DESC LIMIT 1), 0)";
            tamper.Run(
                $"""
                 UPDATE ledger_account AS a SET balance = {Format(Before, "e.balance_after")}, account_seq = {Format(Before, "e.account_seq")},
                     moved_at = {Format(Before, "e.posted_at")} WHERE no = {account}
                 """);
        }
    }

    private (string, string) EditJournal()
    {
        var journal = Pick("SELECT no FROM ledger_journal");
        var edit = Choose(
            "type = type || 'x'", "source = source || 'x'", "operation_key = operation_key || 'x'", $"posted_at = posted_at + {1 + random.Next(100_000)}",
            $"effective_at = effective_at - {1 + random.Next(100_000)}", "actor = actor || ' '",
            "mode = CASE mode WHEN 'live' THEN 'sandbox' ELSE 'live' END", "prev_hash = randomblob(32)", "hash = randomblob(32)",
            "hash = zeroblob(32)", "type = upper(type)");
        Run($"UPDATE ledger_journal SET {edit} WHERE no = {journal}");
        return (edit, Place(journal));
    }

    private (string, string) EditEntry()
    {
        var entry = Pick("SELECT no FROM ledger_entry");
        var by = 1 + random.Next(1_000_000);
        var edit = Choose(
            $"amount = amount + {by}", $"amount = amount - {by}", "amount = -amount", $"balance_after = balance_after + {by}",
            $"account_seq = account_seq + {by}", $"posted_at = posted_at + {by}", $"posted_at = posted_at - {by}",
            $"account_seq = account_seq + {by}, account_no = (SELECT MAX(no) FROM ledger_account WHERE no & 1 = account_no & 1)", "no = no + 7",
            "owner_key = COALESCE(owner_key + 2, 2)", "owner_key = CASE WHEN owner_key IS NULL THEN 1 END");
        Run($"UPDATE ledger_entry SET {edit} WHERE no = {entry}");
        return (edit, Place(entry / 64));
    }

    private (string, string) EditAccount()
    {
        var account = Moved();
        var edit = Choose(
            "code = code || 'x'", "owner = 'acc_' || hex(randomblob(4))", "class = class || 'x'", "is_debit = 1 - is_debit",
            "is_visible = 1 - is_visible", "floor = CASE WHEN floor IS NULL THEN 0 ELSE floor - 1000000 END",
            "mode = CASE mode WHEN 'live' THEN 'sandbox' ELSE 'live' END");
        Run($"UPDATE ledger_account SET {edit} WHERE no = {account}");
        return (edit, Place(Number(Format(FirstOfAccount, account))));
    }

    private (string, string) EditBalance()
    {
        var account = Moved();
        var edit = Choose($"balance = balance + {10_000 * (1 + random.Next(1_000))}", "account_seq = account_seq + 1", $"moved_at = moved_at + {1 + random.Next(9)}");
        Run($"UPDATE ledger_account SET {edit} WHERE no = {account}");
        return (edit, Place(Number(Format(LastOfAccount, account))));
    }

    private (string, string) EditHold()
    {
        var hold = Open();
        var edit = Choose("open = open + 10000", "open = 0", "open = -open", "held_code = held_code || 'x'", "id = id || 'x'");
        var last = Number(Format(LastOfHold, hold));
        Run($"UPDATE ledger_hold SET {edit} WHERE id = '{hold}'");
        return (edit, Place(last));
    }

    // The sum of the card's holds stays the same.
    private (string, string) ShiftHold()
    {
        var hold = Open();
        var other = (string)Value(
            $"SELECT o.id FROM ledger_hold h JOIN ledger_hold o ON o.held_code = h.held_code AND o.id <> h.id WHERE h.id = '{hold}' LIMIT 1");
        Run($"UPDATE ledger_hold SET open = open - 10000 WHERE id = '{hold}'; UPDATE ledger_hold SET open = open + 10000 WHERE id = '{other}'");
        return ("from one hold to another", Place(Math.Min(Number(Format(LastOfHold, hold)), Number(Format(LastOfHold, other)))));
    }

    private (string, string) DeleteHold()
    {
        var hold = (string)Value("SELECT id FROM ledger_hold ORDER BY open LIMIT 1");
        Run($"DELETE FROM ledger_hold WHERE id = '{hold}'");
        return ("hold deleted", Place(Number(Format(LastOfHold, hold))));
    }

    private (string, string) MoveJournal()
    {
        var journal = Pick("SELECT no FROM ledger_journal");
        Run($"UPDATE ledger_journal SET no = (SELECT MAX(no) + 20 FROM ledger_journal) WHERE no = {journal}");
        return ("another number", Place(journal));
    }

    private (string, string) DeleteJournal()
    {
        var journal = Pick("SELECT no FROM ledger_journal");
        Run($"DELETE FROM ledger_journal WHERE no = {journal}");
        return ("journal deleted", Place(journal));
    }

    private (string, string) DeleteJournalWithEntries()
    {
        var journal = Pick("SELECT no FROM ledger_journal");
        Run($"DELETE FROM ledger_journal WHERE no = {journal}; DELETE FROM ledger_entry WHERE no / 64 = {journal}");
        return ("journal and entries deleted", Place(journal));
    }

    private (string, string) DeleteEntry()
    {
        var entry = Pick("SELECT no FROM ledger_entry");
        Run($"DELETE FROM ledger_entry WHERE no = {entry}");
        return ("entry deleted", Place(entry / 64));
    }

    private (string, string) DeleteAccount()
    {
        var account = Moved();
        Run($"DELETE FROM ledger_account WHERE no = {account}");
        return ("account deleted", Place(Number(Format(FirstOfAccount, account))));
    }

    private (string, string) SwapHashes()
    {
        var (one, other) = Pair("SELECT no FROM ledger_journal");
        Swap("ledger_journal", "hash", one, other);
        return ("hashes swapped", Place(Math.Min(one, other)));
    }

    private (string, string) SwapAmounts()
    {
        var one = Pick("SELECT no FROM ledger_entry");
        var other = Pick($"SELECT no FROM ledger_entry WHERE amount <> (SELECT amount FROM ledger_entry WHERE no = {one})");
        Swap("ledger_entry", "amount", one, other);
        return ("amounts swapped", Place(Math.Min(one, other) / 64));
    }

    private (string, string) SwapAccounts()
    {
        var one = Moved();
        var other = Pick($"SELECT no FROM ledger_account WHERE account_seq > 0 AND no <> {one}");
        Swap("ledger_account", "code", one, other);
        return ("codes swapped", Place(Math.Min(Number(Format(FirstOfAccount, one)), Number(Format(FirstOfAccount, other)))));
    }

    private (string, string) SwapBalances()
    {
        var one = Moved();
        var other = Pick(
            $"SELECT no FROM ledger_account WHERE account_seq > 0 AND balance <> (SELECT balance FROM ledger_account WHERE no = {one})");
        Swap("ledger_account", "balance", one, other);
        return ("balances swapped", Place(Math.Min(Number(Format(LastOfAccount, one)), Number(Format(LastOfAccount, other)))));
    }

    private (string, string) SwapTimes()
    {
        var one = Pick("SELECT no FROM ledger_journal");
        var other = Pick($"SELECT no FROM ledger_journal WHERE posted_at <> (SELECT posted_at FROM ledger_journal WHERE no = {one})");
        Swap("ledger_journal", "posted_at", one, other);
        return ("times swapped", Place(Math.Min(one, other)));
    }

    private (string, string) InsertJournal()
    {
        var number = Number("SELECT (MAX(no) / 2 + 1) * 2 + 1 FROM ledger_journal");
        var hash = Choose("randomblob(32)", "(SELECT hash FROM ledger_journal ORDER BY no DESC LIMIT 1)");
        Run(
            $"""
             INSERT INTO ledger_journal (no, type, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
             SELECT {number}, type, 'inserted', 'live', posted_at, effective_at, actor, {hash}, randomblob(32)
             FROM ledger_journal ORDER BY no DESC LIMIT 1
             """);
        return ("journal inserted", Place(number));
    }

    // The new entries sum to zero, and each is valid in itself.
    private (string, string) InsertEntries()
    {
        var journal = Pick("SELECT no FROM ledger_journal");
        foreach (var (line, sign) in ((int, string)[])[(40, ""), (41, "-")])
        {
            Run(
                $"""
                 INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at, owner_key)
                 SELECT {journal * 64 + line}, account_no, {sign}10000, balance_after, account_seq + {1_000 + line}, posted_at, owner_key
                 FROM ledger_entry WHERE no / 64 = {journal} LIMIT 1
                 """);
        }

        return ("entries inserted", Place(journal));
    }

    private (string, string) InsertOrphan()
    {
        var number = Number("SELECT (MAX(no) / 2 + 1) * 2 + 1 FROM ledger_journal");
        Run(
            $"""
             INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at)
             SELECT {number * 64}, no, 10000, balance + 10000, account_seq + 1, moved_at FROM ledger_account WHERE no = {Moved()}
             """);
        return ("entry without journal inserted", Place(number));
    }

    private (string, string) InsertAccount()
    {
        var code = $"live:U.avail:acc_{random.Next():x12}";
        Run(
            $"""
             INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at)
             SELECT MAX(no) / 2 * 2 + 3, '{code}', 'U.avail', 'live', '{code[13..]}', 0, 1, 0, 10000, 0, 0 FROM ledger_account
             """);
        return ("account inserted", code);
    }

    private (string, string) InsertHold()
    {
        var hold = $"auth_{random.Next():x12}";
        Run($"INSERT INTO ledger_hold (id, held_code, open, expires_at) SELECT '{hold}', held_code, 0, expires_at FROM ledger_hold LIMIT 1");
        return ("hold inserted", hold);
    }

    private void Swap(string table, string column, long one, long other)
    {
        var (first, second) = (Value($"SELECT {column} FROM {table} WHERE no = {one}"), Value($"SELECT {column} FROM {table} WHERE no = {other}"));

        // A column may be unique, so the two values are swapped over a third one.
        Set(table, column, other, column == "code" ? "swapped" : first);
        Set(table, column, one, second);
        Set(table, column, other, first);
    }

    private string Open()
    {
        var open = Numbers("SELECT rowid FROM ledger_hold WHERE open > 0");
        return (string)Value($"SELECT id FROM ledger_hold WHERE rowid = {open[random.Next(open.Count)]}");
    }

    // A random account with entries.
    private long Moved() => Pick("SELECT no FROM ledger_account WHERE account_seq > 0");

    private (long One, long Other) Pair(string sql)
    {
        var one = Pick(sql);
        return (one, Pick($"SELECT no FROM ({sql}) WHERE no <> {one}"));
    }

    private long Pick(string sql)
    {
        var all = Numbers(sql);
        return all[random.Next(all.Count)];
    }

    private string Choose(params string[] options) => options[random.Next(options.Length)];
}
