using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetTransactionHandler(UnitOfWork unit, Call call) : IQueryHandler<GetTransaction, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(GetTransaction query, CancellationToken cancellationToken)
    {
        var id = query.TransactionId;
        var row = await (await unit.SetOutsideBatch<CardTransaction>()).OwnedBy(call.Rows).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "transaction_id" } : TransactionView.Show(row);
    }
}
