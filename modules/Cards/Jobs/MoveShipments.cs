using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Shipping;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Jobs;

// The simulated carrier: ships or delivers one card that is due.
internal sealed record MoveShipments : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "move_shipments",
        TimeSpan.FromMinutes(1),
        static async (sender, token) => (await sender.Send(new MoveShipments(), token)).Value);
}

internal sealed class MoveShipmentsHandler(UnitOfWork unit, StoredShipments shipments) : ICommandHandler<MoveShipments, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(MoveShipments command, CancellationToken cancellationToken)
    {
        if (await unit.NextShipmentToMove() is not { } due)
        {
            return false;
        }

        if (await unit.LockCard(RowFilter.OfAccount(due.Account), due.Card) is not { } card)
        {
            throw new InvalidOperationException($"{due.Card} has a shipment but no row.");
        }

        var shipment = await (await unit.SetOutsideBatch<Shipment>()).SingleAsync(row => row.CardId == due.Card, cancellationToken);
        if (shipment.NextStepAt <= unit.Now && shipment.Next is { } next)
        {
            shipments.Move(shipment, card.Status == CardState.Cancelled && !shipment.HasLeft ? Shipment.Cancelled : next);
        }

        return true;
    }
}
