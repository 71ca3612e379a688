using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Moves on the dispute with the oldest missed deadline. One dispute per command, since each locks a card.
internal sealed record MeetDisputeDeadlines : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "meet_dispute_deadlines",
        TimeSpan.FromSeconds(30),
        static async (sender, token) => (await sender.Send(new MeetDisputeDeadlines(), token)).Value);
}

internal sealed class MeetDisputeDeadlinesHandler(UnitOfWork unit, StoredDisputes disputes, DisputeProgress progress)
    : ICommandHandler<MeetDisputeDeadlines, Result<bool>>
{
    /// <returns>Whether a dispute was overdue.</returns>
    public async ValueTask<Result<bool>> Handle(MeetDisputeDeadlines command, CancellationToken cancellationToken)
    {
        if (await unit.OverdueDisputes(batch: 1) is not [var id])
        {
            return false;
        }

        // Another node may have moved it already.
        if (await disputes.Take(id) is { DueAt: { } due } dispute && due <= unit.Now)
        {
            await progress.Move(dispute, DisputeMove.Expire);
        }

        return true;
    }
}
