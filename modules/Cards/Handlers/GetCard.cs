using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardHandler(StoredCards desk) : IQueryHandler<GetCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(GetCard query, CancellationToken cancellationToken)
    {
        var found = await desk.Find(query.CardId);
        return found.Refused(out var refusal) ? refusal : await desk.Show(found.Value);
    }
}
