using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// The state of the simulated chains.
internal static class SimulationSql
{
    // Also keeps a second call for the same chain waiting until this one has committed.
    public static readonly Statement Mine = new(
        """
        INSERT INTO treasury_sim_chain (id, height) VALUES (@id, @blocks)
        ON CONFLICT (id) DO UPDATE SET height = treasury_sim_chain.height + excluded.height
        RETURNING height
        """,
        "id", "blocks");

    public static readonly Statement InsertTransfer = new(
        """
        INSERT INTO treasury_sim_transfer (tx_hash, tx_index, chain_id, to_address, token, units, decimals, block)
        VALUES (@tx_hash, @tx_index, @chain_id, @to_address, @token, @units, @decimals, @block)
        """,
        "tx_hash", "tx_index", "chain_id", "to_address", "token", "units", "decimals", "block");

    public static readonly Statement TransfersTo = new(
        """
        SELECT t.tx_hash, t.tx_index, t.token, t.units, t.decimals, c.height - t.block
        FROM treasury_sim_transfer t JOIN treasury_sim_chain c ON c.id = t.chain_id
        WHERE t.to_address = @to_address ORDER BY t.block, t.tx_index
        """,
        "to_address");
}
