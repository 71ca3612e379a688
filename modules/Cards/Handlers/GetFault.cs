using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetFaultHandler(UnitOfWork unit, Call call) : IQueryHandler<GetFault, Result<V1.Fault>>
{
    public async ValueTask<Result<V1.Fault>> Handle(GetFault query, CancellationToken cancellationToken)
    {
        var id = query.FaultId;
        var fault = await (await unit.SetOutsideBatch<Domain.Fault>()).OwnedBy(call.Rows).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return fault is null ? new Error(Errors.ResourceNotFound) { Param = "fault_id" } : FaultView.Show(fault);
    }
}
