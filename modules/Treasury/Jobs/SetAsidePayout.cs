using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Sets a payout aside after a failure, with a growing back-off. Until it succeeds, get_status shows the chains of its mode as degraded.
internal sealed record SetAsidePayout(string Id, Exception Reason) : ICommand<Result<bool>>;

internal sealed partial class SetAsidePayoutHandler(UnitOfWork unit, StoredPayouts payouts, ILogger<SetAsidePayoutHandler> logger)
    : ICommandHandler<SetAsidePayout, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(SetAsidePayout command, CancellationToken cancellationToken)
    {
        var payout = (await payouts.TakeAll([command.Id])).Single();
        if (payout.IsOpen)
        {
            payout.SetAside(unit.Now);
        }

        LogSetAside(logger, payout.Id, payout.Chain, payout.Failures, payout.NotBefore, command.Reason);
        return payout.IsOpen;
    }

    [LoggerMessage(1, LogLevel.Error, "Payout {Payout} on {Chain} failed {Failures} times in a row; it is retried after {LookAfter}.")]
    private static partial void LogSetAside(
        ILogger logger, string payout, string chain, int failures, DateTimeOffset lookAfter, Exception reason);
}
