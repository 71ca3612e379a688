using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// Counts of rows, to be compared with the outbox and the ledger.
internal static class ReconciliationSql
{
    public static readonly Statement CountCards = new("SELECT status, COUNT(*) AS count FROM cards_card GROUP BY status");

    public static readonly Statement CountReplaced = new("SELECT COUNT(*) AS count FROM cards_card WHERE replaced_by IS NOT NULL");

    public static readonly Statement CountTransactions = new("SELECT status, COUNT(*) AS count FROM cards_transaction GROUP BY status");

    public static readonly Statement CountDisputes =
        new("SELECT status, COUNT(*) AS count, COUNT(responded_at) AS responded FROM cards_dispute GROUP BY status");

    public static readonly Statement LockedCredits = new(
        """
        SELECT account_id, mode, CAST(SUM(provisional) AS bigint) AS locked FROM cards_dispute
        WHERE due_at IS NOT NULL AND provisional > 0 GROUP BY account_id, mode
        """);
}
