using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Asks the chains what is new, and looks again at deposits that could not be decided.
internal sealed record WatchDeposits : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "watch_deposits", TimeSpan.FromSeconds(1), static async (sender, token) => (await sender.Send(new WatchDeposits(), token)).Value);
}

internal sealed class WatchDepositsHandler(Unit unit, ChainRails rails, StoredTopups topups, DepositSettlement settlement)
    : ICommandHandler<WatchDeposits, Result<bool>>
{
    // Small, for customers' commands wait behind it.
    private const int Batch = 20;

    // Whether there may be more.
    public async ValueTask<Result<bool>> Handle(WatchDeposits command, CancellationToken cancellationToken)
    {
        var concerned = await unit.Query(TreasurySql.Undecided, static row => row.GetString(0), unit.Now, Batch);
        foreach (var chain in rails.All)
        {
            concerned.AddRange(await topups.Around(await chain.News()));
        }

        await settlement.Settle(concerned);
        return concerned.Count > 0;
    }
}
