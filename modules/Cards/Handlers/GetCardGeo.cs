using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardGeoHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<GetCardGeo, Result<CardGeo>>
{
    public async ValueTask<Result<CardGeo>> Handle(GetCardGeo query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        return found.Refused(out var refusal)
            ? refusal
            : ControlsView.Geo(query.CardId, (await unit.ControlsOf(query.CardId)).Controls().Geo);
    }
}
