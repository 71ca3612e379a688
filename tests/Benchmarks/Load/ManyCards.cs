using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Load;

// Gives a customer many card accounts with one entry each, written directly. The rows are those of the product except for
// their hashes, which no list reads. The journals are in a lane that no writer extends.
internal static class ManyCards
{
    public static async Task Give(TestDatabase database, string owner, int cards)
    {
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {cards})";
        const string journal = "(900 << 44) + n.i * 2 + 1";
        const string account = "1000000001 + n.i * 2";
        var last = $"(SELECT e.* FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no WHERE a.code = 'live:U.avail:{owner}' ORDER BY e.no DESC LIMIT 1)";
        await database.Execute(
            $"""
             {numbers} INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at)
             SELECT {account}, 'live:C.avail:card_' || printf('%024x', n.i), 'C.avail', 'live', '{owner}', 0, 1, 0, 10000, 1, e.posted_at + n.i
             FROM n CROSS JOIN {last} e;
             {numbers} INSERT INTO ledger_journal (no, type, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
             SELECT {journal}, 'card_load', 'given:' || n.i, 'live', e.posted_at + n.i, e.posted_at + n.i, 'bench', zeroblob(32), zeroblob(32)
             FROM n CROSS JOIN {last} e;
             {numbers} INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at, owner_key)
             SELECT ({journal}) * 64, {account}, 10000, 10000, 1, e.posted_at + n.i, e.owner_key FROM n CROSS JOIN {last} e
             """);
    }
}
