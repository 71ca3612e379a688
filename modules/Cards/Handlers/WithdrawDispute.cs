using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class WithdrawDisputeHandler(Call call, StoredDisputes disputes, DisputeProgress progress)
    : ICommandHandler<WithdrawDispute, Result<V1.Dispute>>
{
    public async ValueTask<Result<V1.Dispute>> Handle(WithdrawDispute command, CancellationToken cancellationToken) =>
        await disputes.Take(call.Rows, command.DisputeId) is { } dispute
            ? await progress.Close(dispute, DisputeOutcomes.Withdrawn)
            : DisputeInput.NotFound;
}
