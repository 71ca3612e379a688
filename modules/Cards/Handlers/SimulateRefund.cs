using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// A linked refund gives back at most the rest of a capture; an unlinked one refers to no capture, as if the receipt was lost.
internal sealed class SimulateRefundHandler(UnitOfWork unit, Call call, Refunder refunder)
    : ICommandHandler<SimulateRefund, Result<Transaction>>
{
    public ValueTask<Result<Transaction>> Handle(SimulateRefund command, CancellationToken cancellationToken) =>
        command.Body.TransactionId is { } transaction ? Linked(command.Body, transaction) : Unlinked(command.Body);

    private async ValueTask<Result<Transaction>> Linked(SimulateRefundRequest body, string transaction)
    {
        if (await unit.FindTransaction(call.Rows, transaction) is not { } captured
            || (body.CardId ?? captured.CardId) != captured.CardId
            || await unit.LockCard(call.Rows, captured.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "transaction_id" };
        }

        if (captured.Type is not (TransactionTypes.Capture or TransactionTypes.ForceCapture))
        {
            return new Error(Errors.ConflictState)
            {
                Param = "transaction_id",
                Message = $"The transaction is of type {captured.Type}, which cannot be refunded.",
                Hint = "Refund a transaction of type capture or force_capture.",
            };
        }

        // A merchant cannot refund an amount that a dispute has won already.
        var (won, _) = await unit.DisputesOf(call.Account, transaction);
        var left = captured.Amount - won - await unit.RefundedOf(call.Account, transaction);
        var amount = body.AmountUsd ?? left;
        return amount > left || amount == Usd.Zero
            ? new Error(Errors.RefundExceedsCapture) { Param = "amount_usd", Required = amount, Available = left }
            : await refunder.Refund(card, captured.Next(refunder.NewId(), TransactionTypes.Refund, TransactionState.Refunded, amount, unit.Now));
    }

    private async ValueTask<Result<Transaction>> Unlinked(SimulateRefundRequest body)
    {
        if (body.CardId is not { } id || body.AmountUsd is not { } amount || body.Merchant is not { } merchant)
        {
            var missing = body.CardId is null ? "card_id" : body.AmountUsd is null ? "amount_usd" : "merchant";
            return new Error(Errors.MissingRequiredField) { Param = missing, Hint = "Send transaction_id, or card_id, amount_usd and merchant." };
        }

        if (await unit.LockCard(call.Rows, id) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        var row = PurchaseReader.Unasked(merchant, amount).Row(refunder.NewId(), TransactionTypes.Refund, card, unit.Now);
        return await refunder.Refund(card, row with { Status = TransactionState.Refunded });
    }
}
