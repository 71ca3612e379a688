using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListCardTransactionsHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<ListCardTransactions, Result<TransactionList>>
{
    public async ValueTask<Result<TransactionList>> Handle(ListCardTransactions query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var filter = new TransactionFilter
        {
            Status = query.Status,
            Mcc = query.Mcc,
            MerchantName = query.MerchantName,
            AmountMin = query.AmountMin,
            AmountMax = query.AmountMax,
            AuthorizationId = query.AuthorizationId,
            Mode = query.Mode,
            Type = query.Type,
            NetworkReference = query.NetworkReference,
        };
        return await filter.Read(
            () => unit.SelectAll<CardTransaction>().Equal(nameof(CardTransaction.CardId), found.Value.Id), PageQuery.Of(query));
    }
}
