using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetWithdrawalHandler(UnitOfWork unit, Call call) : IQueryHandler<GetWithdrawal, Result<V1.Withdrawal>>
{
    public async ValueTask<Result<V1.Withdrawal>> Handle(GetWithdrawal query, CancellationToken cancellationToken)
    {
        var withdrawal = await (await unit.SetOutsideBatch<Domain.Withdrawal>()).OwnedBy(call.Rows)
            .FirstOrDefaultAsync(row => row.Id == query.WithdrawalId, cancellationToken);
        return withdrawal is null ? new Error(Errors.ResourceNotFound) { Param = "withdrawal_id" } : WithdrawalView.Of(withdrawal);
    }
}
