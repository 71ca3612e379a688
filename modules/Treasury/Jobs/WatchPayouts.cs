using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Handlers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Looks at payouts that were sent, some each second and all in turn, and books those that are final. After is where the second
// before ended; what is still on its way is only read, and costs no write however long it takes.
internal sealed record WatchPayouts(string After) : ICommand<Result<string>>
{
    public const string Start = "";

    public static Job Job()
    {
        var after = Start;
        return new Job("watch_payouts", TimeSpan.FromSeconds(1), async (sender, token) =>
        {
            after = (await sender.Send(new WatchPayouts(after), token)).Value;
            return false;
        });
    }
}

internal sealed class WatchPayoutsHandler(StoredPayouts payouts, PayoutConclusion conclusion, PayoutSightings sightings)
    : ICommandHandler<WatchPayouts, Result<string>>
{
    public async ValueTask<Result<string>> Handle(WatchPayouts command, CancellationToken cancellationToken)
    {
        foreach (var payout in await payouts.TakeAll(sightings.Final.Keys))
        {
            await conclusion.Conclude(payout, sightings.Final[payout.Id]);
        }

        return sightings.Next;
    }
}
