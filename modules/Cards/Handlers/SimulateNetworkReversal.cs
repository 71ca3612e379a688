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

// Networks identify a purchase by their own reference and do not preserve the order of messages. A reversal that arrives first is stored,
// and the purchase that follows is declined.
internal sealed class SimulateNetworkReversalHandler(UnitOfWork unit, Call call, IdSource ids, Purchases purchases, Releaser releaser)
    : ICommandHandler<SimulateNetworkReversal, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateNetworkReversal command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        if (await unit.LockCard(call.Rows, body.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        return await unit.FindByReference(card, body.NetworkReference) is { } root && await purchases.Take(root) is { } purchase
            ? await releaser.Reverse(purchase, body.AmountUsd)
            : await StoreReversal(card, body);
    }

    private async ValueTask<Transaction> StoreReversal(CardFacts card, SimulateNetworkReversalRequest body)
    {
        var decline = DeclineCodes.OriginalNotFound;
        var reversed = PurchaseReader.Unasked(body.Merchant, body.AmountUsd ?? Usd.Zero) with { NetworkReference = body.NetworkReference };
        return await unit.Record(reversed.Row(ids.New<TransactionId>().Value, TransactionTypes.Reversal, card, unit.Now) with
        {
            Status = TransactionState.Declined,
            AuthResponseCode = decline.CodeOn(card.Bin),
            DeclineReason = decline.Reason,
        });
    }
}
