using System.Collections.Frozen;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class ListRequestLogsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListRequestLogs, Result<RequestLogList>>
{
    private static readonly Keyset<RequestRow> Pages = new(Call.IdPrefix, row => row.Id, row => row.CreatedAt);

    private static readonly FrozenSet<string> KnownOperations =
        Operations.All.Select(operation => operation.Name).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KnownCodes = Errors.All.Select(error => error.Code).ToFrozenSet(StringComparer.Ordinal);

    public async ValueTask<Result<RequestLogList>> Handle(ListRequestLogs query, CancellationToken cancellationToken)
    {
        if (Unknown(query) is { } param)
        {
            return new Error(Errors.InvalidValue) { Param = param };
        }

        var all = (await unit.SetOutsideBatch<RequestRow>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, Filter(all, query), asked);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new RequestLogList
        {
            Data = [.. page.Value.Rows.Select(RequestLogView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<RequestRow> Filter(IQueryable<RequestRow> rows, ListRequestLogs query)
    {
        rows = query.Method is { } method ? rows.Where(row => row.Method == method) : rows;
        rows = query.Operation is { } operation ? rows.Where(row => row.Operation == operation) : rows;
        rows = query.ResponseStatus is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = query.ActorId is { } actor ? rows.Where(row => row.ActorId == actor) : rows;
        return query.ErrorCode is { } code ? rows.Where(row => row.ErrorCode == code) : rows;
    }

    // The contract does not list the values of these two again, so an unknown one is refused here.
    private static string? Unknown(ListRequestLogs query) =>
        query.Operation is { } operation && !KnownOperations.Contains(operation) ? "operation"
        : query.ErrorCode is { } code && !KnownCodes.Contains(code) ? "error_code"
        : null;
}
