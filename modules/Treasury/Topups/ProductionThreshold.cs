using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Topups;

// Moves an account to production once its credited live deposits reach the threshold.
internal sealed class ProductionThreshold(UnitOfWork unit, IAccounts accounts)
{
    public static readonly Usd Amount = Usd.FromDollars(200);

    // Changed top-ups are counted as they are in memory, because they are written only at the end of the unit of work.
    public async ValueTask Check(AccountId account, IReadOnlyList<Topup> changed)
    {
        var live = changed.Where(topup => topup.Mode == Mode.Live && topup.CreditedUsd > Usd.Zero).ToList();
        if (live.Count == 0 || await accounts.IsInProduction(account))
        {
            return;
        }

        var known = changed.Select(topup => topup.Id).ToArray();
        var others = await (await unit.SetOutsideBatch<Topup>()).OwnedBy(RowFilter.OfAccount(account))
            .Where(topup => topup.Mode == Mode.Live && topup.CreditedUsd != Usd.Zero)
            .Where(topup => !known.Contains(topup.Id))
            .Select(topup => topup.CreditedUsd)
            .ToListAsync();
        var credited = others.Concat(live.Select(topup => topup.CreditedUsd)).Aggregate(Usd.Zero, (sum, part) => sum + part);
        if (credited >= Amount)
        {
            await accounts.EnterProduction(account);
        }
    }
}
