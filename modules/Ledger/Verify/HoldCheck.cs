using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// Checks each hold against the journals of the hold, which its id in their operation keys identifies. The expiry is in no journal, so only
// its readability is checked.
internal sealed class HoldCheck(UnitOfWork unit)
{
    private const int MovesPerQuery = 10_000;

    // Only the journal that placed a hold has the id alone as its key, so only that one joins the row.
    private static readonly Statement Moves = new(
        $"""
         SELECT h.held_code, h.open, h.expires_at, e.posted_at, e.account_seq, e.amount, e.no, j.operation_key
         FROM ledger_entry e JOIN ledger_journal j ON j.no = e.no / {JournalNumber.LinesPerJournal}
         LEFT JOIN ledger_hold h ON h.id = j.operation_key
         WHERE e.account_no = @account_no AND (e.posted_at, e.account_seq) > (@posted_at, @account_seq)
         ORDER BY e.posted_at, e.account_seq LIMIT @limit
         """,
        "account_no", "posted_at", "account_seq", "limit");

    private static readonly Statement NoJournal = new(
        """
        SELECT h.id FROM ledger_hold h LEFT JOIN ledger_journal j ON j.operation_key = h.id WHERE j.no IS NULL ORDER BY h.id LIMIT 1
        """);

    /// <returns>The number of holds of a held account, and the faults of those whose row contradicts the journals.</returns>
    public async ValueTask<(int Count, List<(long Journal, string What)> Faults)> Compare(UnverifiedAccount account)
    {
        var holds = new Dictionary<string, RecomputedHold>(StringComparer.Ordinal);
        var last = (PostedAt: 0L, AccountSeq: 0L);
        List<HoldMove> moves;
        do
        {
            moves = await unit.Query(Moves, ReadMove, account.No, last.PostedAt, last.AccountSeq, MovesPerQuery);
            foreach (var move in moves)
            {
                if (!holds.TryGetValue(move.Hold, out var hold))
                {
                    holds.Add(move.Hold, hold = new RecomputedHold(move.Row));
                }

                hold.Apply(move);
                last = (move.PostedAt, move.AccountSeq);
            }
        }
        while (moves.Count == MovesPerQuery);

        return (holds.Count,
            [.. from hold in holds
                let fault = hold.Value.FaultOf(hold.Key, account.Code)
                where fault is not null
                select (hold.Value.LastJournal, fault)]);
    }

    /// <returns>The fault of a hold that no journal placed, if there is one.</returns>
    public async ValueTask<IEnumerable<(long Journal, string What)>> WithoutJournal() =>
        from id in await unit.Query(NoJournal, static row => new UnverifiedRow(row).Text("id"))
        select (0L, $"no journal placed the hold {id}");

    private static HoldMove ReadMove(IRow row)
    {
        var key = row.GetString("operation_key");
        var hold = new UnverifiedRow(row);
        var stored = row.IsDBNull("held_code")
            ? null
            : new UnverifiedHold(hold.Text("held_code"), hold.Number("open"), hold.Time("expires_at"), hold.Unreadable);
        return new HoldMove(
            key.Split(Journal.HoldMark)[0], stored, row.GetInt64("posted_at"), row.GetInt64("account_seq"), row.GetInt64("amount"),
            row.GetInt64("no") / JournalNumber.LinesPerJournal);
    }
}
