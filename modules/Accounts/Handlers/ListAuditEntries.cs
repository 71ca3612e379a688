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
    private static readonly Keyset<AuditRow> Pages = new(AuditId.Prefix, row => row.Id);

    public async ValueTask<Result<AuditEntryList>> Handle(ListAuditEntries query, CancellationToken cancellationToken)
    {
        var filtered = All()
            .Equal(nameof(AuditRow.Action), query.Action)
            .Equal(nameof(AuditRow.SubjectId), query.SubjectId)
            .Equal(nameof(AuditRow.RequestId), query.RequestId)
            .Equal(nameof(AuditRow.ActorId), query.ActorId)
            .Equal(nameof(AuditRow.Mode), query.Mode);
        var page = await Pages.Read(All, filtered, PageQuery.Of(query));
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

    private Selection<AuditRow> All() => unit.Select<AuditRow>(call.Rows);
}
