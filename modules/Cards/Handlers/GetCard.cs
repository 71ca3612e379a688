using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardHandler(StoredCards cards) : IQueryHandler<GetCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(GetCard query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        return found.Refused(out var refusal) ? refusal : await cards.Show(found.Value);
    }
}
