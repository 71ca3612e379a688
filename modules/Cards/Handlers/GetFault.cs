using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetFaultHandler(UnitOfWork unit, Call call) : IQueryHandler<GetFault, Result<V1.Fault>>
{
    public async ValueTask<Result<V1.Fault>> Handle(GetFault query, CancellationToken cancellationToken)
    {
        var fault = await unit.Select<Domain.Fault>(call.Rows).Equal(nameof(Domain.Fault.Id), query.FaultId).FirstOrDefault();
        return fault is null ? new Error(Errors.ResourceNotFound) { Param = "fault_id" } : FaultView.Show(fault);
    }
}
