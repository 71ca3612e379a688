using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// Look-ups that must use the indexes of open top-ups, which are small whatever else the table holds.
internal static class TreasurySql
{
    public static readonly Statement CountPending = new(
        "SELECT COUNT(*) FROM treasury_topup WHERE account_id = @account_id AND status = 'pending'", "account_id");

    public static readonly Statement Overdue = new(
        """
        SELECT id FROM treasury_topup
        WHERE status = 'pending' AND NOT awaits_finality AND expires_at <= @now ORDER BY expires_at LIMIT @batch
        """,
        "now", "batch");

    public static readonly Statement CountDeposits = new("SELECT COUNT(*) FROM treasury_deposit WHERE topup_id = @topup_id", "topup_id");

    public static readonly Statement CountAwaiting = new(
        """
        SELECT COUNT(*) FROM treasury_topup
        WHERE account_id = @account_id AND mode = @mode AND chain = @chain AND awaits_finality
        """,
        "account_id", "mode", "chain");

    public static readonly Statement AwaitingFinality = new(
        """
        SELECT id FROM treasury_topup
        WHERE account_id = @account_id AND mode = @mode AND chain = @chain AND awaits_finality
        """,
        "account_id", "mode", "chain");
}
