using Cryptocardium.Cards.Rails;
using Cryptocardium.Cards.Shipping;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateShipmentHandler(StoredShipments shipments, ICardIssuer issuer)
    : ICommandHandler<SimulateShipment, Result<V1.Shipment>>
{
    public async ValueTask<Result<V1.Shipment>> Handle(SimulateShipment command, CancellationToken cancellationToken)
    {
        var found = await shipments.Take(command.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var (card, shipment) = found.Value;
        if (card.Mode == Mode.Live && !issuer.IsSimulated)
        {
            return Errors.SandboxOnly;
        }

        return (command.Body?.Status ?? shipment.Next) is { } status && shipments.Move(shipment, status)
            ? ShipmentView.Show(card, shipment)
            : CannotFollow(shipment);
    }

    private static Error CannotFollow(Domain.Shipment shipment) => new(Errors.ConflictState)
    {
        Message = shipment.Next is { } next
            ? $"The shipment is {shipment.Status}; it can only become {next} or {Domain.Shipment.Failed}."
            : $"The shipment is {shipment.Status}, which is final.",
    };
}
