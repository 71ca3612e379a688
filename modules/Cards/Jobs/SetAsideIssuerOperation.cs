using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Cards.Jobs;

// Sets aside an operation whose sending threw, with a growing back-off.
internal sealed record SetAsideIssuerOperation(string Id, Exception Reason) : ICommand<Result<bool>>;

internal sealed partial class SetAsideIssuerOperationHandler(UnitOfWork unit, ILogger<SetAsideIssuerOperationHandler> logger)
    : ICommandHandler<SetAsideIssuerOperation, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(SetAsideIssuerOperation command, CancellationToken cancellationToken)
    {
        await unit.LockIssuerOperation(command.Id);
        var operation = await (await unit.SetOutsideBatch<IssuerOperation>()).SingleAsync(row => row.Id == command.Id, cancellationToken);
        if (operation.ConfirmedAt is null)
        {
            operation.SetAside(unit.Now);
        }

        LogSetAside(logger, operation.Id, operation.Kind, operation.Failures, operation.LookAfter, command.Reason);
        return operation.ConfirmedAt is null;
    }

    [LoggerMessage(1, LogLevel.Error, "Sending {Kind} {Operation} to the issuer failed, {Failures} in a row; the next attempt is after {LookAfter}.")]
    private static partial void LogSetAside(
        ILogger logger, string operation, string kind, int failures, DateTimeOffset lookAfter, Exception reason);
}
