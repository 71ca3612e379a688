using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Writes down when sessions were last used, so that idleness is known after a restart and on other nodes.
internal sealed record TouchSessions : ICommand<Result<int>>
{
    public static Job Job(LiveSessions sessions) => new(
        "touch_sessions",
        TimeSpan.FromMinutes(1),
        async (sender, token) => sessions.HasUses && (await sender.Send(new TouchSessions(), token)).Value == TouchSessionsHandler.Batch);
}

internal sealed class TouchSessionsHandler(Unit unit, LiveSessions sessions) : ICommandHandler<TouchSessions, Result<int>>
{
    public const int Batch = 500;

    public async ValueTask<Result<int>> Handle(TouchSessions command, CancellationToken cancellationToken)
    {
        // In order of ids, as every node does it, so that two nodes do not wait for each other.
        var uses = sessions.TakeUses(Batch);
        foreach (var (id, usedAt) in uses.OrderBy(use => use.Id.Value, StringComparer.Ordinal))
        {
            await unit.Execute(AccountsSql.TouchSession, usedAt, id.Value);
        }

        return uses.Count;
    }
}
