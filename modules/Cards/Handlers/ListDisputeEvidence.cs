using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListDisputeEvidenceHandler(UnitOfWork unit, Call call) : IQueryHandler<ListDisputeEvidence, Result<EvidenceList>>
{
    private static readonly Keyset<Domain.Evidence> Pages = new(Domain.EvidenceId.Prefix, row => row.Id, row => row.CreatedAt);

    public async ValueTask<Result<EvidenceList>> Handle(ListDisputeEvidence query, CancellationToken cancellationToken)
    {
        var id = query.DisputeId;
        if (!await (await unit.SetOutsideBatch<Domain.Dispute>()).OwnedBy(call.Rows).AnyAsync(row => row.Id == id, cancellationToken))
        {
            return DisputeInput.NotFound;
        }

        var all = (await unit.SetOutsideBatch<Domain.Evidence>()).Where(row => row.DisputeId == id);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, all, asked);
        return page.Refused(out var refusal) ? refusal : new EvidenceList
        {
            Data = [.. page.Value.Rows.Select(EvidenceView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }
}
