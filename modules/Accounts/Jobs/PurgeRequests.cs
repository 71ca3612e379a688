using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Deletes requests from the log after 30 days.
internal sealed record PurgeRequests : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "purge_requests",
        TimeSpan.FromMinutes(1),
        static async (sender, token) => (await sender.Send(new PurgeRequests(), token)).Value == PurgeRequestsHandler.Batch);
}

internal sealed class PurgeRequestsHandler(UnitOfWork unit) : ICommandHandler<PurgeRequests, Result<int>>
{
    public const int Batch = 1_000;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public async ValueTask<Result<int>> Handle(PurgeRequests command, CancellationToken cancellationToken) =>
        await unit.Execute(RequestSql.Purge, Batch, unit.Now - Retention);
}
