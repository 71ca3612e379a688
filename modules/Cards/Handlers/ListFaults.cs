using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListFaultsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListFaults, Result<FaultList>>
{
    private static readonly Keyset<Domain.Fault> Pages = new(Domain.FaultId.Prefix, row => row.Id, row => row.CreatedAt);

    public async ValueTask<Result<FaultList>> Handle(ListFaults query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<Domain.Fault>()).OwnedBy(call.Rows);
        var page = await Pages.Read(all, Filter(all, query), PageQuery.Of(query));
        return page.Refused(out var refusal) ? refusal : new FaultList
        {
            Data = [.. page.Value.Rows.Select(FaultView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<Domain.Fault> Filter(IQueryable<Domain.Fault> rows, ListFaults query)
    {
        rows = query.Type is { } type ? rows.Where(row => row.Type == type) : rows;
        if (query.Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            rows = rows.Where(row => row.Mode == mode);
        }

        return rows;
    }
}
