using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Deletes the oldest requests from the log, in small steps, so that no command waits long.
internal sealed record PurgeRequests : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "purge_requests",
        TimeSpan.FromMinutes(1),
        static async (sender, token) => (await sender.Send(new PurgeRequests(), token)).Value == PurgeRequestsHandler.Batch);
}

internal sealed class PurgeRequestsHandler(UnitOfWork unit, RequestRetention retention) : ICommandHandler<PurgeRequests, Result<int>>
{
    public const int Batch = 500;

    public async ValueTask<Result<int>> Handle(PurgeRequests command, CancellationToken cancellationToken) =>
        await unit.Execute(RequestSql.Purge, Batch, unit.Now - retention.Period);
}
