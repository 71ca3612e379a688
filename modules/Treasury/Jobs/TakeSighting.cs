using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Writes down what a chain showed at the address of a top-up. Answers whether it did: what is out of date is left for the next look.
internal sealed record TakeSighting(AddressSighting Sighting) : ICommand<Result<bool>>;

internal sealed class TakeSightingHandler(DepositSettlement settlement) : ICommandHandler<TakeSighting, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(TakeSighting command, CancellationToken cancellationToken) =>
        await settlement.Take(command.Sighting);
}
