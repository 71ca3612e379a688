using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Accounts.Jobs;

// Writes answered requests into the log.
internal sealed record StoreRequestLogs(IReadOnlyList<AnsweredRequest> Requests) : ICommand<Result<int>>
{
    public static Job Job(RequestLogQueue queue) => new("keep_requests", TimeSpan.FromMilliseconds(500), queue.StoreBatch);
}

internal sealed class StoreRequestLogsHandler(UnitOfWork unit) : ICommandHandler<StoreRequestLogs, Result<int>>
{
    public async ValueTask<Result<int>> Handle(StoreRequestLogs command, CancellationToken cancellationToken)
    {
        foreach (var request in command.Requests)
        {
            var actor = ActorView.Of(request.Caller);
            await unit.Batch.Write(
                RequestSql.Insert, request.Id, request.Caller.Account, actor.Type, actor.Id, request.Method, request.Path, request.Operation,
                (long)request.Status, request.ErrorCode, request.LatencyMs, request.Replayed, request.KeyHash, string.Join(' ', request.Effects),
                request.ReceivedAt);
        }

        return command.Requests.Count;
    }
}
