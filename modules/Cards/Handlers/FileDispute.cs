using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class FileDisputeHandler(UnitOfWork unit, Call call, IdSource ids, DisputeJournals journals, DisputeEvents events)
    : ICommandHandler<FileDispute, Result<V1.Dispute>>
{
    public async ValueTask<Result<V1.Dispute>> Handle(FileDispute command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        if (await unit.FindTransaction(call.Rows, body.TransactionId) is not { } capture
            || await unit.LockCard(call.Rows, capture.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "transaction_id" };
        }

        // Read under the card's lock, so no refund and no other dispute can intervene.
        var (won, isDisputed) = await unit.DisputesOf(call.Account, capture.Id);
        var refunded = await unit.RefundedOf(call.Account, capture.Id);
        var amount = (DisputedCapture.Of(capture) with { Refunded = refunded, Won = won, IsDisputed = isDisputed })
            .Disputable(body.Reason, body.AmountUsd, unit.Now);
        if (amount.Refused(out var refusal))
        {
            return refusal;
        }

        var dispute = new Domain.Dispute
        {
            Id = ids.New<DisputeId>().Value,
            AccountId = call.Account,
            Mode = capture.Mode,
            CardId = capture.CardId,
            TransactionId = capture.Id,
            Reason = body.Reason,
            NetworkReasonCode = DisputeCode.Of(body.Reason, card.Bin),
            Description = body.Description,
            Amount = amount.Value,
            CreatedAt = unit.Now,
        };
        dispute.Open();
        (await unit.SetOutsideBatch<Domain.Dispute>()).Add(dispute);
        await journals.Open(dispute);
        return events.Raise(dispute);
    }
}
