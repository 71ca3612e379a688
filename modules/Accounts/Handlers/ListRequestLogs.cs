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
    private static readonly Keyset<RequestRow> Pages = new(Call.IdPrefix, row => row.Id);

    private static readonly FrozenSet<string> KnownOperations =
        Operations.All.Select(operation => operation.Name).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KnownCodes = Errors.All.Select(error => error.Code).ToFrozenSet(StringComparer.Ordinal);

    public async ValueTask<Result<RequestLogList>> Handle(ListRequestLogs query, CancellationToken cancellationToken)
    {
        if (Unknown(query) is { } param)
        {
            return new Error(Errors.InvalidValue) { Param = param };
        }

        var filtered = All()
            .Equal(nameof(RequestRow.Method), query.Method)
            .Equal(nameof(RequestRow.Operation), query.Operation)
            .Equal(nameof(RequestRow.Status), query.ResponseStatus)
            .Equal(nameof(RequestRow.ActorId), query.ActorId)
            .Equal(nameof(RequestRow.ErrorCode), query.ErrorCode);
        var page = await Pages.Read(All, filtered, PageQuery.Of(query));
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

    // The contract does not list the values of these two again, so an unknown one is refused here.
    private static string? Unknown(ListRequestLogs query) =>
        query.Operation is { } operation && !KnownOperations.Contains(operation) ? "operation"
        : query.ErrorCode is { } code && !KnownCodes.Contains(code) ? "error_code"
        : null;

    private Selection<RequestRow> All() => unit.Select<RequestRow>(call.Rows);
}
