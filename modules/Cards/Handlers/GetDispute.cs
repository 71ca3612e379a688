using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetDisputeHandler(UnitOfWork unit, Call call) : IQueryHandler<GetDispute, Result<V1.Dispute>>
{
    public async ValueTask<Result<V1.Dispute>> Handle(GetDispute query, CancellationToken cancellationToken)
    {
        var dispute = await unit.Select<Domain.Dispute>(call.Rows).Equal(nameof(Domain.Dispute.Id), query.DisputeId).FirstOrDefault();
        return dispute is null ? DisputeInput.NotFound : DisputeView.Show(dispute);
    }
}
