using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Balances;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetBalanceHandler(UnitOfWork unit, Call call, IAccounts accounts, BalanceView balances) : IQueryHandler<GetBalance, Result<Balance>>
{
    public async ValueTask<Result<Balance>> Handle(GetBalance query, CancellationToken cancellationToken) => query.AsOf > unit.Now
        ? new Error(Errors.OutOfRange) { Param = "as_of", Hint = "The time must not be in the future." }
        : await balances.Of(call.Account, await accounts.ModeOf(call.Caller), query.AsOf);
}
