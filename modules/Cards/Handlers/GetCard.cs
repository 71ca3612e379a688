using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<GetCard, Result<Card>>
{
    public ValueTask<Result<Card>> Handle(GetCard query, CancellationToken cancellationToken) => unit.ReadTogether(async () =>
    {
        var found = await cards.Find(query.CardId);
        return found.Refused(out var refusal) ? (Result<Card>)refusal : await cards.Show(found.Value);
    });
}
