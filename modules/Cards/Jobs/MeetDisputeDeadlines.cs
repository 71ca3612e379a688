using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Goes on with the dispute whose deadline passed first. One at a time, since each takes the lock of a card.
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
    /// <returns>Whether there was one.</returns>
    public async ValueTask<Result<bool>> Handle(MeetDisputeDeadlines command, CancellationToken cancellationToken)
    {
        if (await unit.OverdueDisputes(batch: 1) is not [var id])
        {
            return false;
        }

        // Another node may have been first.
        if (await disputes.Take(id) is { DueAt: { } due } dispute && due <= unit.Now)
        {
            await progress.Move(dispute, DisputeMove.Expire);
        }

        return true;
    }
}
