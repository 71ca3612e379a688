using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Topups;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Expires overdue top-ups that do not await the finality of a deposit.
internal sealed record ExpireTopups : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "expire_topups",
        TimeSpan.FromSeconds(5),
        static async (sender, token) => (await sender.Send(new ExpireTopups(), token)).Value == ExpireTopupsHandler.Batch);
}

internal sealed class ExpireTopupsHandler(UnitOfWork unit, StoredTopups topups, TopupClosing closing)
    : ICommandHandler<ExpireTopups, Result<int>>
{
    // Small, because commands of customers wait for the commit.
    public const int Batch = 20;

    public async ValueTask<Result<int>> Handle(ExpireTopups command, CancellationToken cancellationToken)
    {
        var overdue = await unit.Query(TreasurySql.Overdue, static row => row.GetString("id"), unit.Now, Batch);
        foreach (var topup in await topups.TakeAll(overdue))
        {
            await closing.ExpireIfOverdue(topup);
        }

        return overdue.Count;
    }
}
