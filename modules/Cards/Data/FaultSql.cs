using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements of injected faults. CardsSql also reads the outage, with each card.
internal static class FaultSql
{
    private static readonly Statement Put = new(
        """
        INSERT INTO cards_fault (account_id, mode, type, id, latency_ms, created_at, ends_at)
        VALUES (@account_id, @mode, @type, @id, @latency_ms, @created_at, @ends_at)
        ON CONFLICT (account_id, mode, type) DO UPDATE SET
            id = excluded.id, latency_ms = excluded.latency_ms, created_at = excluded.created_at, ends_at = excluded.ends_at
        """,
        "account_id", "mode", "type", "id", "latency_ms", "created_at", "ends_at");

    private static readonly Statement Running = new(
        """
        SELECT type, id, latency_ms, created_at, ends_at FROM cards_fault
        WHERE account_id = @account_id AND mode = @mode AND ends_at > @now
        """,
        "account_id", "mode", "now");

    private static readonly OwnedStatement Delete = new(
        new OwnedColumns("mode", null), static owned => $"DELETE FROM cards_fault WHERE {owned} AND id = @id RETURNING id", "id");

    /// <summary>Stores a fault, replacing that of the same account, mode and type.</summary>
    public static async ValueTask PutFault(this UnitOfWork unit, Fault fault) => await unit.Batch.Write(
        Put, fault.AccountId, fault.Mode, fault.Type, fault.Id, fault.LatencyMs, fault.CreatedAt, fault.EndsAt);

    /// <summary>Deletes a fault.</summary>
    /// <returns>Whether the fault existed.</returns>
    public static async ValueTask<bool> RemoveFault(this UnitOfWork unit, RowFilter rows, string id) =>
        (await unit.Query(Delete, rows, static _ => true, id)).Count > 0;

    /// <summary>The faults in force: at most one of each type.</summary>
    public static ValueTask<List<Fault>> RunningFaults(this UnitOfWork unit, AccountId account, Mode mode) => unit.Query(
        Running,
        row => new Fault
        {
            AccountId = account,
            Mode = mode,
            Type = row.GetString("type"),
            Id = row.GetString("id"),
            LatencyMs = row.IsDBNull("latency_ms") ? null : row.GetInt32("latency_ms"),
            CreatedAt = row.GetInstant("created_at"),
            EndsAt = row.GetInstant("ends_at"),
        },
        account, mode, unit.Now);
}
