using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Stores the last uses of sessions, so that idle time is known after a restart and on other nodes.
/// <param name="Uses">The drained uses. They are part of the command, so that a retry has them again.</param>
internal sealed record TouchSessions(IReadOnlyList<(SessionId Id, DateTimeOffset UsedAt)> Uses) : ICommand<Result<int>>
{
    public static Job Job(SessionCache sessions) => new(
        "touch_sessions",
        TimeSpan.FromMinutes(1),
        async (sender, token) => sessions.HasUses
            && (await sender.Send(new TouchSessions(sessions.DrainUses(TouchSessionsHandler.Batch)), token)).Value == TouchSessionsHandler.Batch);
}

internal sealed class TouchSessionsHandler(UnitOfWork unit) : ICommandHandler<TouchSessions, Result<int>>
{
    public const int Batch = 500;

    public async ValueTask<Result<int>> Handle(TouchSessions command, CancellationToken cancellationToken)
    {
        // All nodes update in the order of ids, which rules out deadlocks.
        foreach (var (id, usedAt) in command.Uses.OrderBy(use => use.Id.Value, StringComparer.Ordinal))
        {
            await unit.Execute(AccountsSql.TouchSession, usedAt, id.Value);
        }

        return command.Uses.Count;
    }
}
