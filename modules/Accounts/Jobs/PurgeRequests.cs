using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Deletes the oldest requests from the log.
internal sealed record PurgeRequests(long After) : ICommand<Result<long?>>
{
    public static readonly Job Job = new("purge_requests", TimeSpan.FromMinutes(1), static async (sender, token) =>
    {
        for (long? after = 0; after is not null;)
        {
            token.ThrowIfCancellationRequested();
            after = (await sender.Send(new PurgeRequests(after.Value), token)).Value;
        }

        return false;
    });
}

internal sealed class PurgeRequestsHandler(UnitOfWork unit, RequestRetention retention) : ICommandHandler<PurgeRequests, Result<long?>>
{
    // Times are stored in milliseconds, so this is the first age beyond the period.
    private static readonly TimeSpan Beyond = TimeSpan.FromMilliseconds(1);

    public async ValueTask<Result<long?>> Handle(PurgeRequests command, CancellationToken cancellationToken) =>
        await RequestSql.Expired.Delete(unit, command.After, unit.Now - retention.Period - Beyond, unit.Now);
}
