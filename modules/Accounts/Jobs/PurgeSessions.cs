using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Deletes sessions that expired a week ago or earlier, and removes expired ones from the cache.
internal sealed record PurgeSessions : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "purge_sessions",
        TimeSpan.FromHours(1),
        static async (sender, token) => (await sender.Send(new PurgeSessions(), token)).Value == PurgeSessionsHandler.Batch);
}

internal sealed class PurgeSessionsHandler(UnitOfWork unit, SessionCache sessions) : ICommandHandler<PurgeSessions, Result<int>>
{
    public const int Batch = 500;

    public async ValueTask<Result<int>> Handle(PurgeSessions command, CancellationToken cancellationToken)
    {
        sessions.RemoveExpired(unit.Now);
        return await unit.Execute(
            AccountsSql.PurgeSessions, unit.Now - SessionLifetime.Idle - SessionLifetime.KeptAfterExpiry, Batch);
    }
}
