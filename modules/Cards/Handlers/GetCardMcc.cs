using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetCardMccHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<GetCardMcc, Result<CardMcc>>
{
    public async ValueTask<Result<CardMcc>> Handle(GetCardMcc query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        return found.Refused(out var refusal)
            ? refusal
            : ControlsView.Mcc(query.CardId, (await unit.ControlsOf(query.CardId)).Controls().Mcc);
    }
}
