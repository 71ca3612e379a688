using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Simulator;

// Blocks and inbound transfers of simulated chains.
internal static class SimulationSql
{
    // Locks the row: other changes of the chain wait for this commit.
    public static readonly Statement Mine = new(
        """
        INSERT INTO treasury_sim_chain (id, height, reorganized_from, received, paid) VALUES (@id, @blocks, 0, 0, 0)
        ON CONFLICT (id) DO UPDATE SET height = treasury_sim_chain.height + excluded.height
        RETURNING height
        """,
        "id", "blocks");

    public static readonly Statement Receive = new(
        "UPDATE treasury_sim_chain SET received = received + @amount WHERE id = @id", "amount", "id");

    public static readonly Statement Pay = new("UPDATE treasury_sim_chain SET paid = paid + @amount WHERE id = @id", "amount", "id");

    public static readonly Statement NetDeposits = new("SELECT received - paid AS net FROM treasury_sim_chain WHERE id = @id", "id");

    public static readonly Statement InsertTransfer = new(
        """
        INSERT INTO treasury_sim_transfer (tx_hash, tx_index, chain_id, from_address, to_address, token, amount_usd, units, decimals,
            cannot_settle, depth, block, due_at)
        VALUES (@tx_hash, @tx_index, @chain_id, @from_address, @to_address, @token, @amount_usd, @units, @decimals,
            @cannot_settle, @depth, @block, @due_at)
        """,
        "tx_hash", "tx_index", "chain_id", "from_address", "to_address", "token", "amount_usd", "units", "decimals",
        "cannot_settle", "depth", "block", "due_at");

    public static readonly Statement TransfersTo = new(
        """
        SELECT t.tx_hash, t.tx_index, t.token, t.units, t.decimals, t.from_address, t.cannot_settle, t.block,
            c.height - t.block AS confirmations
        FROM treasury_sim_transfer t JOIN treasury_sim_chain c ON c.id = t.chain_id
        WHERE t.to_address = @to_address AND t.block IS NOT NULL ORDER BY t.block, t.tx_hash, t.tx_index
        """,
        "to_address");

    public static readonly Statement RemoveBlocks = new(
        "UPDATE treasury_sim_transfer SET block = NULL WHERE chain_id = @chain_id AND block > @kept RETURNING to_address",
        "chain_id", "kept");

    public static readonly Statement MarkReorganized = new(
        "UPDATE treasury_sim_chain SET reorganized_from = height WHERE id = @id AND reorganized_from < height", "id");

    public static readonly Statement Reinclude = new(
        """
        UPDATE treasury_sim_transfer SET block = @block WHERE chain_id = @chain_id AND block IS NULL AND due_at IS NULL
        RETURNING to_address
        """,
        "block", "chain_id");

    public static readonly Statement NextDue = new(
        "SELECT chain_id FROM treasury_sim_transfer WHERE due_at <= @now ORDER BY due_at LIMIT 1", "now");

    public static readonly Statement Due = new(
        """
        SELECT tx_hash, tx_index, to_address, depth FROM treasury_sim_transfer
        WHERE chain_id = @chain_id AND due_at <= @now ORDER BY due_at, tx_hash LIMIT @batch
        """,
        "chain_id", "now", "batch");

    public static readonly Statement Include = new(
        "UPDATE treasury_sim_transfer SET block = @block, due_at = NULL WHERE tx_hash = @tx_hash AND tx_index = @tx_index",
        "block", "tx_hash", "tx_index");

    public static readonly Statement CountTransfersTo = new(
        "SELECT COUNT(*) AS transfers FROM treasury_sim_transfer WHERE to_address = @to_address", "to_address");

    public static readonly Statement Arrived = new(
        """
        SELECT CAST(COALESCE(SUM(amount_usd), 0) AS BIGINT) AS arrived FROM treasury_sim_transfer
        WHERE chain_id LIKE @chains AND token = @token AND block IS NOT NULL
        """,
        "chains", "token");

    // Posted deposits whose transfers a reorganization removed. One that is said to be removed and is in a block counts against the others,
    // so that it is a difference itself and excuses no other.
    public static readonly Statement Reorganized = new(
        """
        SELECT CAST(COALESCE(SUM(CASE WHEN t.block IS NULL THEN d.received ELSE -d.received END), 0) AS bigint) AS reorganized
        FROM treasury_deposit d
        JOIN treasury_sim_transfer t ON t.tx_hash = d.tx_hash AND t.tx_index = d.tx_index
        JOIN treasury_sim_chain c ON c.id = t.chain_id
        WHERE d.vanished_at IS NOT NULL AND d.status NOT IN ('detected', 'dropped') AND d.mode = @mode AND d.chain = @chain AND d.asset = @asset
            AND (t.block IS NOT NULL OR c.reorganized_from > 0)
        """,
        "mode", "chain", "asset");

    public static readonly Statement CountUnmined = new(
        "SELECT COUNT(*) AS transfers FROM treasury_sim_transfer WHERE chain_id = @chain_id AND block IS NULL", "chain_id");
}
