using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetDisputeEvidenceHandler(StoredEvidence evidences) : IQueryHandler<GetDisputeEvidence, Result<V1.Evidence>>
{
    public async ValueTask<Result<V1.Evidence>> Handle(GetDisputeEvidence query, CancellationToken cancellationToken) =>
        await evidences.Find(query.DisputeId, query.EvidenceId) is { } evidence ? EvidenceView.Show(evidence) : StoredEvidence.NotFound;
}
