using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Data;

// What the payout machine asks for once a second; each uses an index of open payouts.
internal static class PayoutSql
{
    public static readonly Statement Due = new(
        """
        SELECT id FROM treasury_payout WHERE state = 'held' AND mode = @mode AND chain = @chain AND not_before <= @now
        ORDER BY not_before, id LIMIT @batch
        """,
        "mode", "chain", "now", "batch");

    public static readonly Statement Abandoned = new(
        """
        SELECT id FROM treasury_payout WHERE state = 'signed' AND mode = @mode AND chain = @chain AND lease_until <= @now
        ORDER BY lease_until, id LIMIT @batch
        """,
        "mode", "chain", "now", "batch");

    // What another node is at work on is not waited for.
    public static readonly Statement TryLock = new("SELECT 1 FROM treasury_payout WHERE id = @id FOR UPDATE SKIP LOCKED", "id");

    public static readonly Statement SentAfter = new(
        """
        SELECT id FROM treasury_payout
        WHERE state = 'sent' AND mode = @mode AND chain = @chain AND id > @after AND not_before <= @now ORDER BY id LIMIT @batch
        """,
        "mode", "chain", "after", "now", "batch");

    public static readonly Statement SetAside = new(
        "SELECT 1 FROM treasury_payout WHERE mode = @mode AND failures > 0 LIMIT 1", "mode");

    public static readonly Statement SentOn = new(
        """
        SELECT id FROM treasury_payout WHERE state = 'sent' AND account_id = @account_id AND mode = @mode AND chain = @chain
        ORDER BY id LIMIT @batch
        """,
        "account_id", "mode", "chain", "batch");

    // Also keeps another promise over the same chain waiting until this one has committed.
    public static readonly Statement Promise = new(
        """
        INSERT INTO treasury_promise (id, held, transfers) VALUES (@id, @held, @transfers)
        ON CONFLICT (id) DO UPDATE SET held = treasury_promise.held + excluded.held, transfers = treasury_promise.transfers + excluded.transfers
        RETURNING held, transfers
        """,
        "id", "held", "transfers");

    public static readonly Statement ChangePromise = new(
        """
        UPDATE treasury_promise SET held = held + @held, transfers = transfers + @transfers WHERE id = @id RETURNING held, transfers
        """,
        "id", "held", "transfers");

    public static readonly Statement Promised = new("SELECT held, transfers FROM treasury_promise WHERE id = @id", "id");

    // The open withdrawals of an account, and what of it is to leave one chain and is not with that chain's node yet.
    public static readonly Statement OpenOf = new(
        """
        SELECT COUNT(*), CAST(COALESCE(SUM(
            CASE WHEN mode = @mode AND chain = @chain AND state <> 'sent' THEN booked + fee ELSE 0 END), 0) AS BIGINT)
        FROM treasury_payout WHERE account_id = @account_id AND kind = 'withdrawal' AND state IN ('held', 'signed', 'sent')
        """,
        "account_id", "mode", "chain");

    // Also keeps a second signature of the same wallet waiting until this one has committed.
    public static readonly Statement NextNonce = new(
        """
        INSERT INTO treasury_wallet (id, next_nonce) VALUES (@id, 1)
        ON CONFLICT (id) DO UPDATE SET next_nonce = treasury_wallet.next_nonce + 1
        RETURNING next_nonce - 1
        """,
        "id");

    public static readonly Statement IsDepositAddress = new(
        "SELECT 1 FROM treasury_topup WHERE deposit_address IN (@ethereum, @tron) LIMIT 1", "ethereum", "tron");
}
