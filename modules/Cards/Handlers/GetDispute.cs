using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetDisputeHandler(UnitOfWork unit, Call call) : IQueryHandler<GetDispute, Result<V1.Dispute>>
{
    public async ValueTask<Result<V1.Dispute>> Handle(GetDispute query, CancellationToken cancellationToken)
    {
        var id = query.DisputeId;
        var dispute = await (await unit.SetOutsideBatch<Domain.Dispute>()).OwnedBy(call.Rows).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return dispute is null ? DisputeInput.NotFound : DisputeView.Show(dispute);
    }
}
