using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetTransactionHandler(UnitOfWork unit, Call call) : IQueryHandler<GetTransaction, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(GetTransaction query, CancellationToken cancellationToken)
    {
        var row = await unit.Select<CardTransaction>(call.Rows).Equal(nameof(CardTransaction.Id), query.TransactionId).FirstOrDefault();
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "transaction_id" } : TransactionView.Show(row);
    }
}
