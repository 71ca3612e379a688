using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Postpones the deposits of a top-up after a failure, so that others are not delayed.
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

        LogPostponed(logger, command.Id, command.Reason);
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "The observation of top-up {Topup} cannot be recorded; it is retried in one minute.")]
    private static partial void LogPostponed(ILogger logger, string topup, Exception reason);
}
