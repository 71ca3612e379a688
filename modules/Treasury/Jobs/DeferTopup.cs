using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Puts off the deposits of a top-up that could not be worked on, so that others have their turn.
internal sealed record DeferTopup(string Id, Exception Reason) : ICommand<Result<bool>>;

internal sealed partial class DeferTopupHandler(UnitOfWork unit, StoredTopups topups, ILogger<DeferTopupHandler> logger)
    : ICommandHandler<DeferTopup, Result<bool>>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async ValueTask<Result<bool>> Handle(DeferTopup command, CancellationToken cancellationToken)
    {
        await topups.TakeAll([command.Id]);
        foreach (var deposit in (await topups.DepositsOf(command.Id)).Where(deposit => deposit.Status == DepositStatus.Detected))
        {
            deposit.Postpone(unit.Now + Pause);
        }

        LogPutOff(logger, command.Id, command.Reason);
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "What a chain shows of top-up {Topup} cannot be written down; it is tried again in a minute.")]
    private static partial void LogPutOff(ILogger logger, string topup, Exception reason);
}
