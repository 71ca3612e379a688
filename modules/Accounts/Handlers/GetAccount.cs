using Cryptocardium.Accounts.Customers;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetAccountHandler(Call call, AccountView view) : IQueryHandler<GetAccount, Result<Account>>
{
    public async ValueTask<Result<Account>> Handle(GetAccount query, CancellationToken cancellationToken) => await view.Of(call.Account, call.Caller.Mode);
}
