using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetRequestTraceHandler(UnitOfWork unit, Call call, IReplyLookup replies, IEnumerable<ITraceSource> sources)
    : IQueryHandler<GetRequestTrace, Result<RequestTrace>>
{
    public async ValueTask<Result<RequestTrace>> Handle(GetRequestTrace query, CancellationToken cancellationToken)
    {
        var row = await unit.Select<RequestRow>(call.Rows).Equal(nameof(RequestRow.Id), query.RequestId).FirstOrDefault();
        if (row is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "request_id" };
        }

        return new RequestTrace
        {
            Id = row.Id,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
            Request = RequestLogView.Show(row),
            Idempotency = row.ErrorCode == Errors.ConflictIdempotencyKey.Code ? null : await Idempotency(row.KeyHash),
            Items = await Items(row.Caused.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        };
    }

    private async ValueTask<TraceIdempotency?> Idempotency(byte[]? keyHash) =>
        keyHash is not null && await replies.Find(unit, keyHash) is { } stored
            ? new TraceIdempotency { ResponseStatus = stored.Status, ExpiresAt = stored.ExpiresAt }
            : null;

    private async ValueTask<List<TraceItem>> Items(string[] caused)
    {
        var items = new List<TracedItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.Find(call.Rows, caused));
        }

        return [.. items.OrderBy(item => item.CreatedAt).ThenBy(item => Array.IndexOf(caused, item.Id)).Select(Show)];
    }

    private static TraceItem Show(TracedItem item) => new()
    {
        ResourceType = item.Resource,
        ResourceId = item.Id,
        CreatedAt = item.CreatedAt,
        Type = item.Type,
        Mode = item.Mode?.Text(),
        SubjectId = item.SubjectId,
        Lines = item.Lines.Count == 0 ? null : [.. item.Lines.Select(Show)],
    };

    private static TraceLine Show(TracedLine line) => new() { AccountType = line.Account, CardId = line.CardId, AmountUsd = line.Growth };
}
