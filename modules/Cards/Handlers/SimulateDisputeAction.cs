using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateDisputeActionHandler(Call call, StoredDisputes disputes, DisputeProgress progress)
    : ICommandHandler<SimulateDisputeAction, Result<V1.Dispute>>
{
    public async ValueTask<Result<V1.Dispute>> Handle(SimulateDisputeAction command, CancellationToken cancellationToken) =>
        await disputes.Take(call.Rows, command.DisputeId) is { } dispute
            ? await progress.Move(dispute, command.Body.Action)
            : DisputeInput.NotFound;
}
