using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateAdviceHandler(Purchases purchases, AdvicePosting advices)
    : ICommandHandler<SimulateAdvice, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateAdvice command, CancellationToken cancellationToken)
    {
        var taken = await purchases.Take(command.AuthorizationId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        // After a capture the amount is no estimate any more.
        var purchase = taken.Value;
        var decline = purchase.ClosedReason ?? (purchase.Progress.Captured > Usd.Zero ? DeclineCodes.LifecycleInvalid : null);
        return decline is null
            ? await advices.Adjust(purchase, command.Body.AmountUsd)
            : await purchases.Refuse(purchase, TransactionTypes.Advice, command.Body.AmountUsd, decline);
    }
}
