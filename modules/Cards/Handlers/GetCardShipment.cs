using Cryptocardium.Cards.Shipping;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardShipmentHandler(StoredShipments shipments) : IQueryHandler<GetCardShipment, Result<V1.Shipment>>
{
    public async ValueTask<Result<V1.Shipment>> Handle(GetCardShipment query, CancellationToken cancellationToken)
    {
        var found = await shipments.Find(query.CardId);
        return found.Refused(out var refusal) ? refusal : ShipmentView.Show(found.Value.Card, found.Value.Shipment);
    }
}
