using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetWithdrawalHandler(UnitOfWork unit, Call call) : IQueryHandler<GetWithdrawal, Result<V1.Withdrawal>>
{
    public async ValueTask<Result<V1.Withdrawal>> Handle(GetWithdrawal query, CancellationToken cancellationToken)
    {
        var withdrawal = await unit.Select<Domain.Withdrawal>(call.Rows).Equal(nameof(Domain.Withdrawal.Id), query.WithdrawalId).FirstOrDefault();
        return withdrawal is null ? new Error(Errors.ResourceNotFound) { Param = "withdrawal_id" } : WithdrawalView.Of(withdrawal);
    }
}
