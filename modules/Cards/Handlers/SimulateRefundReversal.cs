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

        return refund.Step != Step.Refund || await unit.IsRefundReversed(call.Account, refund.Id)
            ? new Error(Errors.ConflictState) { Message = "Only a refund can be taken back, and only once." }
            : await refunder.Reverse(card, refund);
    }
}
