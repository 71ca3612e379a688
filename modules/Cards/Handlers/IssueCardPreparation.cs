using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// Reaches the issuer for an order that nothing speaks against so far; the handler says what does.
internal sealed class IssueCardPreparation(Call call, UnitOfWork unit, IssueDesk orders, ICardIssuer issuer) : IPreparation<IssueCard>
{
    public async ValueTask<Error?> Prepare(IssueCard message, CancellationToken cancellationToken)
    {
        var order = await orders.Take(message.Body);
        await unit.DisposeAsync();
        return order.Refused(out _) ? null : await issuer.Reach(call.Account, order.Value.Mode, cancellationToken);
    }
}
