using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements that find due cards; each uses a partial index.
internal static class DueSql
{
    private static readonly Statement Cancellation = new(
        """
        SELECT c.id, c.account_id FROM cards_control d JOIN cards_card c ON c.id = d.card_id
        WHERE d.cancel_due_at <= @now ORDER BY d.cancel_due_at LIMIT 1
        """,
        "now");

    private static readonly Statement Shipment = new(
        """
        SELECT c.id, c.account_id FROM cards_shipment s JOIN cards_card c ON c.id = s.card_id
        WHERE s.next_step_at <= @now ORDER BY s.next_step_at LIMIT 1
        """,
        "now");

    /// <summary>A card whose automatic cancellation is due.</summary>
    public static ValueTask<DueCard?> NextCardToCancel(this UnitOfWork unit) => Next(unit, Cancellation);

    /// <summary>A card whose shipment is due to move.</summary>
    public static ValueTask<DueCard?> NextShipmentToMove(this UnitOfWork unit) => Next(unit, Shipment);

    private static ValueTask<DueCard?> Next(UnitOfWork unit, Statement statement) =>
        unit.One(statement, static row => (DueCard?)new DueCard(row.GetString("id"), new AccountId(row.GetString("account_id"))), unit.Now);
}
