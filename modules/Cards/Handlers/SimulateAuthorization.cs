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

// The hot path uses prepared statements only. A decline is a transaction, not a refusal.
internal sealed class SimulateAuthorizationHandler(UnitOfWork unit, Call call, Authorizer authorizer, Capturer capturer)
    : ICommandHandler<SimulateAuthorization, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateAuthorization command, CancellationToken cancellationToken)
    {
        var (card, controls) = await unit.LockCardAndControls(call.Rows, command.Body.CardId);
        if (card is null || controls is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        var purchase = PurchaseReader.Read(command.Body, card.Bin, unit.Now);
        if (purchase.Refused(out var refusal))
        {
            return refusal;
        }

        var row = await authorizer.Authorize(await authorizer.ReadFacts(card, controls, purchase.Value));
        var answer = unit.RaiseAndShow(row);
        if (command.Body.AutoCapture is not true || row.HoldChange == Usd.Zero)
        {
            return answer;
        }

        var captured = await capturer.Capture(card, row, row.Amount, CapturedAmount.Whole(row, card.Bin, unit.Now), final: true);
        return captured.Refused(out refusal) ? refusal : unit.RaiseAndShow(captured.Value);
    }
}
