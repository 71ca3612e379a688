using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

internal static class DisputeSql
{
    private static readonly Statement Disputes = new(
        """
        SELECT CAST(COALESCE(SUM(credited), 0) AS bigint) AS won, COUNT(due_at) AS open_count FROM cards_dispute
        WHERE account_id = @account_id AND transaction_id = @transaction_id
        """,
        "account_id", "transaction_id");

    private static readonly Statement Evidence = new("SELECT 1 FROM cards_evidence WHERE stored_name = @stored_name", "stored_name");

    private static readonly Statement Overdue = new(
        "SELECT id FROM cards_dispute WHERE due_at <= @now ORDER BY due_at LIMIT @batch", "now", "batch");

    /// <summary>The amount won by disputes about a capture, and whether a dispute is open.</summary>
    public static ValueTask<(Usd Won, bool IsOpen)> DisputesOf(this UnitOfWork unit, AccountId account, string capture) =>
        unit.One(Disputes, static row => (row.GetUsd("won"), row.GetInt64("open_count") > 0), account, capture);

    /// <summary>The ids of disputes past their deadline, longest overdue first.</summary>
    public static ValueTask<List<string>> OverdueDisputes(this UnitOfWork unit, int batch) =>
        unit.Query(Overdue, static row => row.GetString("id"), unit.Now, batch);

    /// <summary>Whether a stored file is evidence.</summary>
    public static async ValueTask<bool> IsEvidence(this UnitOfWork unit, string storedName) =>
        (await unit.Query(Evidence, static _ => true, storedName)).Count > 0;
}
