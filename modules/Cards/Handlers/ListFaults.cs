using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListFaultsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListFaults, Result<FaultList>>
{
    private static readonly Keyset<Domain.Fault> Pages = new(Domain.FaultId.Prefix, row => row.Id);

    public async ValueTask<Result<FaultList>> Handle(ListFaults query, CancellationToken cancellationToken)
    {
        var filtered = All().Equal(nameof(Domain.Fault.Type), query.Type).Equal(nameof(Domain.Fault.Mode), query.Mode);
        var page = await Pages.Read(All, filtered, PageQuery.Of(query));
        return page.Refused(out var refusal) ? refusal : new FaultList
        {
            Data = [.. page.Value.Rows.Select(FaultView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private Selection<Domain.Fault> All() => unit.Select<Domain.Fault>(call.Rows);
}
