using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class CancelCardHandler(StoredCards cards, CardCanceller canceller) : ICommandHandler<CancelCard, Result<Card>>
{
    public async ValueTask<Result<Card>> Handle(CancelCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be cancelled");
        return taken.Refused(out var refusal)
            ? refusal
            : await canceller.Cancel(taken.Value, command.Body?.Reason ?? CancelReason.CustomerRequest);
    }
}
