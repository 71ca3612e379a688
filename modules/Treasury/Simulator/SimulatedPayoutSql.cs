using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Simulator;

// Outbound transfers of simulated chains.
internal static class SimulatedPayoutSql
{
    // Known bytes only increment times_sent.
    public static readonly Statement Accept = new(
        """
        INSERT INTO treasury_sim_payout
        (tx_hash, chain_id, nonce, to_address, token, units, decimals, block, reverted, times_sent)
        VALUES (@tx_hash, @chain_id, @nonce, @to_address, @token, @units, @decimals, @block, @reverted, 1)
        ON CONFLICT (tx_hash) DO UPDATE SET times_sent = treasury_sim_payout.times_sent + 1
        RETURNING times_sent
        """,
        "tx_hash", "chain_id", "nonce", "to_address", "token", "units", "decimals", "block", "reverted");

    // By nonce, not by hash: if another transfer has the nonce, this one can never be included.
    public static readonly Statement Find = new(
        """
        SELECT p.tx_hash, c.height - p.block AS confirmations, p.reverted
        FROM treasury_sim_payout p JOIN treasury_sim_chain c ON c.id = p.chain_id
        WHERE p.chain_id = @chain_id AND p.nonce = @nonce
        """,
        "chain_id", "nonce");

    public static readonly Statement Left = new(
        """
        SELECT p.units, p.decimals FROM treasury_sim_payout p JOIN treasury_sim_chain c ON c.id = p.chain_id
        WHERE p.chain_id LIKE @chains AND p.token = @token AND p.block <= c.height AND NOT p.reverted
        """,
        "chains", "token");

    public static readonly Statement ChainsWithSent = new(
        """
        SELECT DISTINCT account_id, chain FROM treasury_payout
        WHERE state = 'sent' AND mode = @mode AND (account_id, chain) > (@account_id, @chain) ORDER BY account_id, chain LIMIT @batch
        """,
        "mode", "account_id", "chain", "batch");

    // Final payouts in blocks that a reorganization removed. A block that was never mined is not excused.
    public static readonly Statement Reorganized = new(
        """
        SELECT CAST(COALESCE(SUM(p.booked), 0) AS bigint) AS reorganized
        FROM treasury_payout p
        JOIN treasury_sim_payout s ON s.tx_hash = p.tx_hash
        JOIN treasury_sim_chain c ON c.id = s.chain_id
        WHERE p.state = 'confirmed' AND p.mode = @mode AND p.chain = @chain
            AND NOT s.reverted AND s.block > c.height AND s.block <= c.reorganized_from
        """,
        "mode", "chain");

    public static readonly Statement Revert = new(
        "UPDATE treasury_sim_payout SET reverted = @reverted WHERE tx_hash = @tx_hash", "reverted", "tx_hash");
}
