using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SetCardMccHandler(ControlChanges controls) : ICommandHandler<SetCardMcc, Result<CardMcc>>
{
    public async ValueTask<Result<CardMcc>> Handle(SetCardMcc command, CancellationToken cancellationToken)
    {
        var changed = await controls.Change(command.CardId, (current, _) => Change(current, command.Body));
        return changed.Refused(out var refusal) ? refusal : ControlsView.Mcc(command.CardId, changed.Value.Controls.Mcc);
    }

    private static Result<CardControls> Change(CardControls current, CardMccInput body)
    {
        var rules = ControlsReader.Merge(current.Mcc, body);
        return rules.Refused(out var refusal) ? refusal : current with { Mcc = rules.Value };
    }
}
