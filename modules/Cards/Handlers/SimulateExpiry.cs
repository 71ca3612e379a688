using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// Releases the hold at once, as the job does after the expiry.
internal sealed class SimulateExpiryHandler(Purchases purchases, Releaser releaser)
    : ICommandHandler<SimulateExpiry, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateExpiry command, CancellationToken cancellationToken)
    {
        var taken = await purchases.Take(command.AuthorizationId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        return taken.Value.Open > Usd.Zero
            ? await releaser.Expire(taken.Value)
            : new Error(Errors.ConflictState)
            {
                Message = "The authorization holds nothing.",
                Hint = "An authorization can expire while its held_usd is above 0.00.",
            };
    }
}
