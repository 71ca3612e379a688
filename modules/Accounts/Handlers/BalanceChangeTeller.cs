using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class BalanceChangeTeller(AccountView view) : IBalanceChangeTeller
{
    public async ValueTask Tell(AccountId account, Mode mode) => await view.Raise(EventTypes.AccountBalanceChanged, account, mode);
}
