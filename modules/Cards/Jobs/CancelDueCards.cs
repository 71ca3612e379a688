using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Jobs;

// Cancels one card whose automatic cancellation is due. One card per command, so that a command waits for one lock only.
internal sealed record CancelDueCards : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "cancel_due_cards",
        TimeSpan.FromSeconds(5),
        static async (sender, token) => (await sender.Send(new CancelDueCards(), token)).Value);
}

internal sealed class CancelDueCardsHandler(UnitOfWork unit, CardCanceller canceller) : ICommandHandler<CancelDueCards, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(CancelDueCards command, CancellationToken cancellationToken)
    {
        if (await unit.NextCardToCancel() is not { } due)
        {
            return false;
        }

        await unit.LockCard(RowFilter.OfAccount(due.Account), due.Card);
        var card = await (await unit.SetOutsideBatch<Domain.Card>()).SingleAsync(card => card.Id == due.Card, cancellationToken);

        // The rule may have changed while this command waited for the lock. A capture on a cancelled card marks the card as due again.
        if (card.Status == CardState.Cancelled)
        {
            await unit.EndControls(card.Id);
        }
        else if ((await unit.ControlsOf(card.Id)).CancelDueAt <= unit.Now)
        {
            await canceller.Cancel(card, CancelReasons.AutoCancelled);
        }

        return true;
    }
}
