using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

internal static class IssuerOperationSql
{
    // Orders about a card are sent in sequence: an operation waits for older ones of its card, and for the replacement that opens the card.
    private static readonly Statement DueOperations = new(
        """
        SELECT o.id, o.card_id FROM cards_issuer_operation o
        WHERE o.confirmed_at IS NULL AND o.look_after <= @now AND (o.lease_until IS NULL OR o.lease_until <= @now)
            AND NOT EXISTS (SELECT 1 FROM cards_issuer_operation p WHERE p.confirmed_at IS NULL AND p.card_id = o.card_id AND p.id < o.id)
            AND NOT EXISTS (SELECT 1 FROM cards_issuer_operation p WHERE p.confirmed_at IS NULL AND p.new_card_id = o.card_id AND p.id < o.id)
        ORDER BY o.look_after, o.id LIMIT @batch
        """,
        "now", "batch");

    // Skips an operation that another node has locked.
    private static readonly Statement TryLockOperation = new("SELECT 1 FROM cards_issuer_operation WHERE id = @id FOR UPDATE SKIP LOCKED", "id");

    private static readonly RowLock OperationLock = new("cards_issuer_operation");

    /// <summary>The operations that can be sent now.</summary>
    public static ValueTask<List<string>> DueIssuerOperations(this UnitOfWork unit, int batch) =>
        unit.Query(DueOperations, static row => row.GetString("id"), unit.Now, batch);

    /// <summary>Tries to lock an operation.</summary>
    /// <returns>Whether no other node has locked it.</returns>
    public static async ValueTask<bool> TryLockIssuerOperation(this UnitOfWork unit, string id) =>
        unit.Engine == Engine.Sqlite || (await unit.Query(TryLockOperation, static _ => true, id)).Count > 0;

    /// <summary>Locks an operation, and waits for the lock.</summary>
    public static ValueTask LockIssuerOperation(this UnitOfWork unit, string id) => OperationLock.Acquire(unit, id);
}
