using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Webhooks.Data;
using Cryptocardium.Webhooks.Notices;
using Mediator;

namespace Cryptocardium.Webhooks.Jobs;

// Raises the event of a notice for the next accounts. The commit also stores the last of them, so that each account gets one event.
internal sealed record RaiseNotices : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "raise_notices", TimeSpan.FromSeconds(5), static async (sender, token) => (await sender.Send(new RaiseNotices(), token)).Value);
}

internal sealed class RaiseNoticesHandler(UnitOfWork unit, NoticeEvents events) : ICommandHandler<RaiseNotices, Result<bool>>
{
    // Small, because commands of customers wait for the commit.
    private const int Batch = 50;

    /// <returns>Whether there is more to do at once.</returns>
    public async ValueTask<Result<bool>> Handle(RaiseNotices command, CancellationToken cancellationToken)
    {
        if (await unit.One(NoticeSql.Open, static row => row.GetString("id")) is not { } id)
        {
            return false;
        }

        // Another node may have raised it for the same accounts until it had the lock.
        await NoticeSql.Lock.Acquire(unit, id);
        var notice = (await unit.One(NoticeSql.Find, NoticeSql.Read, id))!;
        if (notice.CompletedAt is not null)
        {
            return true;
        }

        var accounts = await StoredEvents.AccountsAfter(unit, notice.LastAccount, Batch);
        events.Raise(notice, accounts);
        await unit.Execute(
            NoticeSql.Advance, accounts.Count > 0 ? accounts[^1].Value : notice.LastAccount, accounts.Count < Batch ? unit.Now : null, id);
        return true;
    }
}
