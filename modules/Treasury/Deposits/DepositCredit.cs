using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Deposits;

// Credits a deposit in its row and its top-up; the caller posts the journal.
internal sealed class DepositCredit(UnitOfWork unit, IAccounts accounts)
{
    // The first credited live deposit moves its account to production, whatever its amount: in the sandbox the money could not be used.
    public async ValueTask<Credit> Receive(Topup topup, Deposit deposit)
    {
        var credit = topup.Receive(deposit.Received, unit.Now);
        deposit.Credit(unit.Now);
        if (topup.Mode == Mode.Live && credit.Amount > Usd.Zero)
        {
            await accounts.EnterProduction(topup.AccountId);
        }

        return credit;
    }
}
