using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Customers;

internal sealed class BalanceChangeEvents(AccountView view) : IBalanceChangeEvents
{
    public async ValueTask Raise(AccountId account, Mode mode) => await view.Raise(EventTypes.AccountBalanceChanged, account, mode);
}
