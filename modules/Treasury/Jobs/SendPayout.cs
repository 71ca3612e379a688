using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Broadcasts a claimed payout in its preparation, and then marks it as sent. A sent payout that its chain no longer knows is only
// broadcast again.
internal sealed record SendPayout(string Id, long Fence) : ICommand<Result<bool>>;

internal sealed class SendPayoutHandler(UnitOfWork unit, StoredPayouts payouts, PayoutOutcome outcome)
    : ICommandHandler<SendPayout, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(SendPayout command, CancellationToken cancellationToken)
    {
        // Another node has claimed the payout meanwhile and marks it as sent itself.
        var taken = await payouts.TakeAll([command.Id]);
        if (taken is not [{ State: PayoutState.Signed } payout] || payout.Fence != command.Fence)
        {
            return false;
        }

        payout.MarkSent(unit.Now);
        await outcome.Sent(payout);
        return true;
    }
}
