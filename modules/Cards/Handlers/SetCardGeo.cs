using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SetCardGeoHandler(ControlChanges controls, StoredCards cards) : ICommandHandler<SetCardGeo, Result<V1.Card>>
{
    public async ValueTask<Result<V1.Card>> Handle(SetCardGeo command, CancellationToken cancellationToken)
    {
        var changed = await controls.Change(command.CardId, (current, _) => Change(current, command.Body));
        return changed.Refused(out var refusal) ? refusal : await cards.Show(changed.Value.Card);
    }

    private static Result<CardControls> Change(CardControls current, CardGeoInput body)
    {
        var rules = ControlsReader.Merge(current.Geo, body);
        return rules.Refused(out var refusal) ? refusal : current with { Geo = rules.Value };
    }
}
