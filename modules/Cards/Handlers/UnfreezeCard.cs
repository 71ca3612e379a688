using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class UnfreezeCardHandler(UnitOfWork unit, StoredCards cards, IssuerOrders orders) : ICommandHandler<UnfreezeCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(UnfreezeCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.Take(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var changed = taken.Value.Unfreeze(unit.Now);
        if (changed.Refused(out refusal))
        {
            return refusal;
        }

        var card = await cards.Show(taken.Value);
        if (changed.Value)
        {
            await orders.Unfreeze(taken.Value);
            cards.Raise(EventTypes.CardUnfrozen, card);
        }

        return card;
    }
}
