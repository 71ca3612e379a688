using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// Lets the issuer make the card of an order that passes the checks. The handler refuses all other orders.
internal sealed class IssueCardPreparation(Call call, UnitOfWork unit, IssueOrders orders, InertCards cards) : IPreparation<IssueCard>
{
    public async ValueTask<Error?> Prepare(IssueCard message, CancellationToken cancellationToken)
    {
        var order = await orders.Check(message.Body);
        await unit.DisposeAsync();
        return order.Refused(out _) ? null : await cards.Make(call.Account, order.Value.Mode, message.Body.Bin, cancellationToken);
    }
}
