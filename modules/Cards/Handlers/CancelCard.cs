using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class CancelCardHandler(Unit unit, CardDesk desk, CardMoney money) : ICommandHandler<CancelCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(CancelCard command, CancellationToken cancellationToken)
    {
        var taken = await desk.TakeUncancelled(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        if (await money.Empty(taken.Value))
        {
            await desk.Raise(CardEvent.Unloaded, await desk.Show(taken.Value));
        }

        taken.Value.Cancel(command.Body?.Reason ?? CancelReason.CustomerRequest, unit.Now);
        var card = await desk.Show(taken.Value);
        await desk.Raise(CardEvent.Cancelled, card);
        return card;
    }
}
