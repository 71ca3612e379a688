using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class FreezeCardHandler(UnitOfWork unit, StoredCards cards, IssuerOrders orders) : ICommandHandler<FreezeCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(FreezeCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.Take(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var changed = taken.Value.Freeze(command.Body?.DeclineAs ?? Domain.DeclineAs.Final, unit.Now);
        if (changed.Refused(out refusal))
        {
            return refusal;
        }

        var card = await cards.Show(taken.Value);
        if (changed.Value)
        {
            await orders.Freeze(taken.Value);
            cards.Raise(EventTypes.CardFrozen, card);
        }

        return card;
    }
}
