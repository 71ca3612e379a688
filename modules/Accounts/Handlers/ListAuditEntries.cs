using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class ListAuditEntriesHandler(UnitOfWork unit, Call call) : IQueryHandler<ListAuditEntries, Result<AuditEntryList>>
{
    private static readonly Keyset<AuditRow> Pages = new(AuditId.Prefix, row => row.Id, row => row.CreatedAt);

    public async ValueTask<Result<AuditEntryList>> Handle(ListAuditEntries query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<AuditRow>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, Filter(all, query), asked);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new AuditEntryList
        {
            Data = [.. page.Value.Rows.Select(AuditEntryView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<AuditRow> Filter(IQueryable<AuditRow> rows, ListAuditEntries query)
    {
        rows = query.Action is { } action ? rows.Where(row => row.Action == action) : rows;
        rows = query.SubjectId is { } subject ? rows.Where(row => row.SubjectId == subject) : rows;
        rows = query.RequestId is { } request ? rows.Where(row => row.RequestId == request) : rows;
        rows = query.ActorId is { } actor ? rows.Where(row => row.ActorId == actor) : rows;
        if (query.Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            rows = rows.Where(row => row.Mode == mode);
        }

        return rows;
    }
}
