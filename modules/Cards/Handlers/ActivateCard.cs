using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Shipping;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ActivateCardHandler(UnitOfWork unit, StoredCards cards, StoredShipments shipments, IAudit audit)
    : ICommandHandler<ActivateCard, Result<V1.Card>>
{
    public async ValueTask<Result<V1.Card>> Handle(ActivateCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be activated");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        if (taken.Value.Type != Domain.CardType.Physical)
        {
            return new Error(Errors.CardNotPhysical) { Param = "card_id" };
        }

        var shipment = await shipments.Find(command.CardId);
        if (!shipment.Value.Shipment.HasLeft)
        {
            return NotShipped(shipment.Value.Shipment.Status);
        }

        if (taken.Value.Activate(unit.Now))
        {
            await audit.Record(AuditActions.CardActivated, command.CardId, taken.Value.Mode);
        }

        return await cards.Show(taken.Value);
    }

    private static Error NotShipped(string status) => new(Errors.ConflictState)
    {
        Message = $"The shipment of the card is {status}; only a card that was shipped can be activated.",
        Hint = status == Domain.Shipment.Pending ? "get_card_shipment says when the card was shipped." : "replace_card issues a new card.",
    };
}
