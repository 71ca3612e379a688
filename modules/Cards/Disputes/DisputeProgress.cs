using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Disputes;

// What happens to a dispute that a unit of work has taken: its state, its books and its event, together.
internal sealed class DisputeProgress(UnitOfWork unit, DisputeJournals books, DisputeEvents events)
{
    private static readonly Error NotPossible = new(Errors.ConflictState) { Message = "The dispute's stage does not allow this." };

    /// <returns>The dispute after the move, or <c>conflict_state</c>.</returns>
    public async ValueTask<Result<V1.Dispute>> Move(Dispute dispute, string move)
    {
        if (!dispute.IsOpen)
        {
            return Closed(dispute);
        }

        var made = move == DisputeMove.Expire ? DisputeTree.MoveAtDeadline(dispute.Phase, dispute.IsAnswered) : move;
        return DisputeTree.Turn(dispute.Phase, made) is { } turn ? await Make(dispute, turn) : NotPossible;
    }

    /// <returns>The dispute, closed; or <c>conflict_state</c> when it was.</returns>
    public async ValueTask<Result<V1.Dispute>> Close(Dispute dispute, string end)
    {
        if (!dispute.IsOpen)
        {
            return Closed(dispute);
        }

        await books.Close(dispute, dispute.Close(end, unit.Now));
        return events.Raise(dispute);
    }

    /// <summary>
    /// A merchant gives money back for what is disputed: the customer does not get it twice. Adds to the refund's journal; a dispute
    /// that is no longer about anything is to be closed afterwards.
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

    private static Error Closed(Dispute dispute) => new(Errors.ConflictState) { Message = $"The dispute is {dispute.Status}." };
}
