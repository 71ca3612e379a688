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

    public async ValueTask<Result<RequestLogList>> Handle(ListRequestLogs query, CancellationToken cancellationToken)
    {
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
        rows = query.OperationId is { } operation ? rows.Where(row => row.Operation == operation) : rows;
        rows = query.ResponseStatus is { } status ? rows.Where(row => row.Status == status) : rows;
        return query.CredentialId is { } credential ? rows.Where(row => row.CredentialId == credential) : rows;
    }
}
