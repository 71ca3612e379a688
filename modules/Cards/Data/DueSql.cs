using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// What the jobs of cards look for; each uses an index of what is due.
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

    /// <summary>A card that its holder wanted to be cancelled by now.</summary>
    public static ValueTask<DueCard?> NextCardToCancel(this UnitOfWork unit) => Next(unit, Cancellation);

    /// <summary>A card whose shipment moves by now.</summary>
    public static ValueTask<DueCard?> NextShipmentToMove(this UnitOfWork unit) => Next(unit, Shipment);

    private static ValueTask<DueCard?> Next(UnitOfWork unit, Statement statement) =>
        unit.One(statement, static row => (DueCard?)new DueCard(row.GetString("id"), new AccountId(row.GetString("account_id"))), unit.Now);
}
