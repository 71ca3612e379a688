using Cryptocardium.Cards.Controls;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SetCardLimitsHandler(UnitOfWork unit, ControlChanges changes) : ICommandHandler<SetCardLimits, Result<CardLimits>>
{
    public async ValueTask<Result<CardLimits>> Handle(SetCardLimits command, CancellationToken cancellationToken)
    {
        var changed = await changes.Change(
            command.CardId,
            (controls, _) => controls with { Limits = ControlsReader.Merge(controls.Limits, command.Body) });
        return changed.Refused(out var refusal)
            ? refusal
            : ControlsView.Show(command.CardId, changed.Value.Controls.Limits, changed.Value.Usage, unit.Now);
    }
}
