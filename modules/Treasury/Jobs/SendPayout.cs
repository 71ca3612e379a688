using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Sends a claimed payout, in its preparation, and writes down that it was sent. One that was sent before and that its chain has
// forgotten is only sent.
internal sealed record SendPayout(string Id, long Fence) : ICommand<Result<bool>>;

internal sealed class SendPayoutHandler(UnitOfWork unit, StoredPayouts payouts, PayoutOutcome outcome)
    : ICommandHandler<SendPayout, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(SendPayout command, CancellationToken cancellationToken)
    {
        // Whoever took it over meanwhile writes it down.
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
