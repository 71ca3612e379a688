using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;

namespace Cryptocardium.Cards.Simulator;

// Carries out an order at the simulated issuer. A repeated reference is counted and has no other effect.
internal sealed record AcceptSimulatedOrder(IssuerOrder Order) : ICommand<Result<bool>>;

internal sealed class AcceptSimulatedOrderHandler(UnitOfWork unit) : ICommandHandler<AcceptSimulatedOrder, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(AcceptSimulatedOrder command, CancellationToken cancellationToken)
    {
        var order = command.Order;
        var times = await unit.One(
            SimulatedIssuerSql.Apply, static row => row.GetInt32("times"), order.Reference, order.Card, order.Kind, order.Amount, unit.Now);
        if (times == 1 && order.IssuedAs is { } reference)
        {
            await unit.Execute(SimulatedIssuerSql.Open, order.NewCard ?? order.Card, reference);
        }

        return times == 1;
    }
}
