using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class RemoveFaultHandler(UnitOfWork unit, Call call) : ICommandHandler<RemoveFault, Result<NoContent>>
{
    public async ValueTask<Result<NoContent>> Handle(RemoveFault command, CancellationToken cancellationToken) =>
        await unit.RemoveFault(call.Rows, command.FaultId) ? NoContent.Value : new Error(Errors.ResourceNotFound) { Param = "fault_id" };
}
