using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// Increases the hold of a purchase. The difference is checked like a purchase of its own; a decline leaves the hold as it is.
internal sealed class SimulateIncrementHandler(UnitOfWork unit, Purchases purchases, Authorizer authorizer)
    : ICommandHandler<SimulateIncrement, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateIncrement command, CancellationToken cancellationToken)
    {
        var taken = await purchases.Take(command.AuthorizationId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var (purchase, body) = (taken.Value, command.Body);
        if (purchase.ClosedReason is { } decline)
        {
            // The refused row has the increment's reference, so that it does not count as a repetition of the purchase.
            var root = purchase.Root with { NetworkReference = body.NetworkReference };
            return await purchases.Refuse(purchase with { Root = root }, TransactionTypes.Increment, body.AmountUsd, decline);
        }

        var more = DecisionFacts.Of(purchase.Root).Purchase(purchase.Root) with
        {
            Amount = body.AmountUsd,
            IsPartialOk = false,
            NetworkReference = body.NetworkReference,
            ForcedReason = body.ForceDeclineReason,
        };
        var facts = await authorizer.ReadFacts(purchase.Card, await unit.ControlsOf(purchase.Card.Id), more);
        return unit.RaiseAndShow(await authorizer.Increment(facts, purchase));
    }
}
