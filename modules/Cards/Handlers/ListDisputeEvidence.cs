using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListDisputeEvidenceHandler(UnitOfWork unit, Call call) : IQueryHandler<ListDisputeEvidence, Result<EvidenceList>>
{
    private static readonly Keyset<Domain.Evidence> Pages = new(Domain.EvidenceId.Prefix, row => row.Id);

    public async ValueTask<Result<EvidenceList>> Handle(ListDisputeEvidence query, CancellationToken cancellationToken)
    {
        if (await unit.Select<Domain.Dispute>(call.Rows).Equal(nameof(Domain.Dispute.Id), query.DisputeId).FirstOrDefault() is null)
        {
            return DisputeInput.NotFound;
        }

        var page = await Pages.Read(All, All(), PageQuery.Of(query));
        return page.Refused(out var refusal) ? refusal : new EvidenceList
        {
            Data = [.. page.Value.Rows.Select(EvidenceView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };

        Selection<Domain.Evidence> All() => unit.SelectAll<Domain.Evidence>().Equal(nameof(Domain.Evidence.DisputeId), query.DisputeId);
    }
}
