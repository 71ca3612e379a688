using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateReversalHandler(Purchases purchases, Releaser releaser)
    : ICommandHandler<SimulateReversal, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateReversal command, CancellationToken cancellationToken)
    {
        var taken = await purchases.Take(command.AuthorizationId);
        return taken.Refused(out var refusal) ? refusal : await releaser.Reverse(taken.Value, command.Body?.AmountUsd);
    }
}
