using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Jobs;

// Claims a due operation and returns the fencing token of the claim.
internal sealed record ClaimIssuerOperation(string Id) : ICommand<Result<long>>
{
    public const long NotOurs = 0;
}

internal sealed class ClaimIssuerOperationHandler(UnitOfWork unit) : ICommandHandler<ClaimIssuerOperation, Result<long>>
{
    private static readonly TimeSpan HoldFor = TimeSpan.FromSeconds(30);

    public async ValueTask<Result<long>> Handle(ClaimIssuerOperation command, CancellationToken cancellationToken)
    {
        if (!await unit.TryLockIssuerOperation(command.Id))
        {
            return ClaimIssuerOperation.NotOurs;
        }

        var operation = await (await unit.SetOutsideBatch<IssuerOperation>()).SingleAsync(row => row.Id == command.Id, cancellationToken);
        if (!operation.CanBeClaimed(unit.Now))
        {
            return ClaimIssuerOperation.NotOurs;
        }

        operation.Claim(HoldFor, unit.Now);
        return operation.Fence;
    }
}
