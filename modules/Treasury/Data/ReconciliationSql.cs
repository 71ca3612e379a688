using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// Sums of the treasury's rows, to compare with the ledger and the outbox.
internal static class ReconciliationSql
{
    public static readonly Statement Pending = new(
        """
        SELECT account_id, mode, CAST(SUM(amount_usd) AS bigint) AS pending FROM treasury_topup WHERE status = 'pending'
        GROUP BY account_id, mode
        """);

    // Payouts whose amount is in a ledger account. The amount of a failed refund is in L.refundable again.
    public static readonly Statement Payouts = new(
        """
        SELECT account_id, mode, chain, kind, state, CAST(SUM(booked) AS bigint) AS booked, CAST(SUM(fee) AS bigint) AS fee
        FROM treasury_payout WHERE state IN ('held', 'signed', 'sent') OR (kind = 'refund' AND state = 'failed')
        GROUP BY account_id, mode, chain, kind, state
        """);

    // Deposits that are on the chain and not posted yet.
    public static readonly Statement Unbooked = new(
        """
        SELECT CAST(COALESCE(SUM(received), 0) AS bigint) AS unbooked FROM treasury_deposit
        WHERE status = 'detected' AND mode = @mode AND chain = @chain AND asset = @asset
        """,
        "mode", "chain", "asset");

    public static readonly Statement HeldDeposits = new(
        """
        SELECT chain, mode, CAST(SUM(received) AS bigint) AS held FROM treasury_deposit WHERE status = 'held' GROUP BY chain, mode
        """);

    public static readonly Statement Broadcasted = new("SELECT COUNT(*) AS broadcasted FROM treasury_withdrawal WHERE tx_hash IS NOT NULL");
}
