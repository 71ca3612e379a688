using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// Statements that use the partial indexes of open top-ups, which stay small as the table grows.
internal static class TreasurySql
{
    public static readonly Statement CountPending = new(
        "SELECT COUNT(*) AS pending FROM treasury_topup WHERE account_id = @account_id AND status = 'pending'", "account_id");

    public static readonly Statement Overdue = new(
        """
        SELECT id FROM treasury_topup
        WHERE status = 'pending' AND NOT awaits_finality AND expires_at <= @now ORDER BY expires_at LIMIT @batch
        """,
        "now", "batch");

    public static readonly Statement CountDetected = new(
        """
        SELECT COUNT(*) AS detected FROM treasury_deposit
        WHERE account_id = @account_id AND mode = @mode AND chain = @chain AND status = 'detected'
        """,
        "account_id", "mode", "chain");

    public static readonly Statement Awaiting = new(
        """
        SELECT DISTINCT topup_id FROM treasury_deposit
        WHERE account_id = @account_id AND mode = @mode AND chain = @chain AND status = 'detected'
        """,
        "account_id", "mode", "chain");

    // Deposits whose decision was postponed and is due.
    public static readonly Statement Undecided = new(
        "SELECT topup_id FROM treasury_deposit WHERE mode = @mode AND look_at <= @now ORDER BY look_at LIMIT @batch", "mode", "now", "batch");
}
