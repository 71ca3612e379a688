using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateRefundReversalHandler(UnitOfWork unit, Call call, Refunder refunder)
    : ICommandHandler<SimulateRefundReversal, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateRefundReversal command, CancellationToken cancellationToken)
    {
        if (await unit.FindTransaction(call.Rows, command.TransactionId) is not { } refund
            || await unit.LockCard(call.Rows, refund.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "transaction_id" };
        }

        return refund.Type != TransactionTypes.Refund ? Refusal($"The transaction is of type {refund.Type}, which cannot be taken back.")
            : await unit.IsRefundReversed(call.Account, refund.Id) ? Refusal("The refund was reversed before.")
            : await refunder.Reverse(card, refund);
    }

    private static Error Refusal(string message) => new(Errors.ConflictState)
    {
        Param = "transaction_id",
        Message = message,
        Hint = "A transaction of type refund can be reversed once.",
    };
}
