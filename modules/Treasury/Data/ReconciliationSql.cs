using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// What the treasury's rows say about the books and about the outbox.
internal static class ReconciliationSql
{
    public static readonly Statement Pending = new(
        """
        SELECT account_id, mode, CAST(SUM(amount_usd) AS bigint) FROM treasury_topup WHERE status = 'pending'
        GROUP BY account_id, mode
        """);
}
