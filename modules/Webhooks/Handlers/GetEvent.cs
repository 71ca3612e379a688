using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.V1;
using Cryptocardium.Webhooks.Events;
using Mediator;

namespace Cryptocardium.Webhooks.Handlers;

internal sealed class GetEventHandler(UnitOfWork unit, Call call) : IQueryHandler<GetEvent, Result<Event>>
{
    public async ValueTask<Result<Event>> Handle(GetEvent query, CancellationToken cancellationToken)
    {
        var stored = await StoredEvents.FindWhole(unit, call.Rows, query.EventId);
        return stored is null ? new Error(Errors.ResourceNotFound) { Param = "event_id" } : EventView.Show(call.Account, stored);
    }
}
