using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListTransactionsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListTransactions, Result<TransactionList>>
{
    public async ValueTask<Result<TransactionList>> Handle(ListTransactions query, CancellationToken cancellationToken)
    {
        var filter = new TransactionFilter
        {
            Status = query.Status,
            CardId = query.CardId,
            Mcc = query.Mcc,
            MerchantName = query.MerchantName,
            AmountMin = query.AmountMin,
            AmountMax = query.AmountMax,
            AuthorizationId = query.AuthorizationId,
            Mode = query.Mode,
            Type = query.Type,
            NetworkReference = query.NetworkReference,
        };
        return await filter.Read(() => unit.Select<CardTransaction>(call.Rows), PageQuery.Of(query));
    }
}
