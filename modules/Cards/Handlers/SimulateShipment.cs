using Cryptocardium.Cards.Shipping;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateShipmentHandler(StoredShipments shipments) : ICommandHandler<SimulateShipment, Result<V1.Shipment>>
{
    private static readonly Error CannotFollow = new(Errors.ConflictState) { Message = "The shipment cannot go there." };

    public async ValueTask<Result<V1.Shipment>> Handle(SimulateShipment command, CancellationToken cancellationToken)
    {
        var found = await shipments.Take(command.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var (card, shipment) = found.Value;
        return (command.Body?.Status ?? shipment.Next) is { } status && shipments.Move(shipment, status)
            ? ShipmentView.Show(card, shipment)
            : CannotFollow;
    }
}
