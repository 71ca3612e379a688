using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Puts off a payout that could not be worked on, longer each time. While there is one, get_status says that the chains of its mode
// work in part.
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

    [LoggerMessage(1, LogLevel.Error, "Payout {Payout} on {Chain} failed, {Failures} in a row; it is looked at again after {LookAfter}.")]
    private static partial void LogSetAside(
        ILogger logger, string payout, string chain, int failures, DateTimeOffset lookAfter, Exception reason);
}
