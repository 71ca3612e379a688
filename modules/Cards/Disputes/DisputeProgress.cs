using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Disputes;

// Changes the state of a dispute together with its journal and its event. The unit of work has taken the dispute.
internal sealed class DisputeProgress(UnitOfWork unit, DisputeJournals journals, DisputeEvents events)
{
    /// <returns>The dispute after the move, or <c>conflict_state</c>.</returns>
    public async ValueTask<Result<V1.Dispute>> Move(Dispute dispute, string move)
    {
        if (!dispute.IsOpen)
        {
            return Closed(dispute);
        }

        var made = move == DisputeMove.Expire ? DisputeTree.MoveAtDeadline(dispute.Phase, dispute.IsAnswered) : move;
        return DisputeTree.Turn(dispute.Phase, made) is { } turn ? await Make(dispute, turn) : new Error(Errors.ConflictState)
        {
            Param = "action",
            Message = $"The dispute's stage is {dispute.Phase}, which does not allow {move}.",
            Hint = $"In the stage {dispute.Phase}, the action is one of {string.Join(", ", DisputeTree.Moves(dispute.Phase))}, {DisputeMove.Expire}.",
        };
    }

    /// <returns>The closed dispute, or <c>conflict_state</c> when it was closed before.</returns>
    public async ValueTask<Result<V1.Dispute>> Close(Dispute dispute, string end)
    {
        if (!dispute.IsOpen)
        {
            return Closed(dispute);
        }

        await journals.Close(dispute, dispute.Close(end, unit.Now));
        return events.Raise(dispute);
    }

    /// <summary>
    /// Reduces the provisional credit by a merchant's refund, so that the customer is not paid twice. Extends the refund's journal; the
    /// caller closes a dispute whose credit falls to zero.
    /// </summary>
    public void Return(Journal journal, Dispute dispute, Usd amount) =>
        DisputeJournals.Return(journal, dispute, dispute.Refund(amount, unit.Now));

    private async ValueTask<Result<V1.Dispute>> Make(Dispute dispute, DisputeTurn turn)
    {
        if (turn.End is { } end)
        {
            return await Close(dispute, end);
        }

        dispute.Enter(turn.Phase!, unit.Now);
        return turn.Phase == DisputePhase.Representment ? events.Raise(dispute) : DisputeView.Show(dispute);
    }

    private static Error Closed(Dispute dispute) => new(Errors.ConflictState)
    {
        Message = $"The dispute is {dispute.Status}.",
        Hint = "Only an open dispute changes: one whose status is opened or responded.",
    };
}
