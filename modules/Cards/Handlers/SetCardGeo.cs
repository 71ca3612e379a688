using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SetCardGeoHandler(ControlChanges controls) : ICommandHandler<SetCardGeo, Result<CardGeo>>
{
    public async ValueTask<Result<CardGeo>> Handle(SetCardGeo command, CancellationToken cancellationToken)
    {
        var changed = await controls.Change(command.CardId, (current, _) => Change(current, command.Body));
        return changed.Refused(out var refusal) ? refusal : ControlsView.Geo(command.CardId, changed.Value.Controls.Geo);
    }

    private static Result<CardControls> Change(CardControls current, CardGeoInput body)
    {
        var rules = ControlsReader.Merge(current.Geo, body);
        return rules.Refused(out var refusal) ? refusal : current with { Geo = rules.Value };
    }
}
