using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// A force post of an offline purchase: it has no authorization and posts on any card.
internal sealed class SimulateForceCaptureHandler(UnitOfWork unit, Call call, IdSource ids, Capturer capturer)
    : ICommandHandler<SimulateForceCapture, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateForceCapture command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        if (await unit.LockCard(call.Rows, body.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        var bought = PurchaseReader.Unasked(body.Merchant, body.AmountUsd) with { NetworkReference = body.NetworkReference };
        var captured = await capturer.Force(card, bought.Row(ids.New<TransactionId>().Value, TransactionTypes.ForceCapture, card, unit.Now) with
        {
            Status = TransactionState.Captured,
            IsFinal = true,
        });
        return captured.Refused(out var refusal) ? refusal : unit.RaiseAndShow(captured.Value);
    }
}
