using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Transfers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Signs a payout that is due, or claims a signed one whose lease has expired. Returns the fence of the claim. Each payout has its own
// commit, so a failure affects only that payout.
internal sealed record ClaimPayout(string Id) : ICommand<Result<long>>
{
    public const long NotClaimed = 0;
}

internal sealed class ClaimPayoutHandler(UnitOfWork unit, StoredPayouts payouts, PayoutSigning signing, PayoutSettings settings)
    : ICommandHandler<ClaimPayout, Result<long>>
{
    public async ValueTask<Result<long>> Handle(ClaimPayout command, CancellationToken cancellationToken)
    {
        if (await payouts.TryTake(command.Id) is not { } payout)
        {
            return ClaimPayout.NotClaimed;
        }

        if (payout.IsLeaseExpired(unit.Now))
        {
            payout.Reclaim(settings.Lease, unit.Now);
            return payout.Fence;
        }

        return payout.IsDue(unit.Now) && await signing.Sign(payout, settings.Lease) == SigningOutcome.Signed ? payout.Fence : ClaimPayout.NotClaimed;
    }
}
