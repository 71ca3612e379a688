using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardLimitsHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<GetCardLimits, Result<CardLimits>>
{
    public async ValueTask<Result<CardLimits>> Handle(GetCardLimits query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var stored = await unit.ControlsOf(query.CardId);
        return ControlsView.Show(query.CardId, stored.Controls().Limits, stored.Usage(), unit.Now);
    }
}
