using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// Writes down what chains show at the addresses of top-ups, with all that follows.
internal sealed class DepositSettlement(
    StoredTopups topups, ChainRails rails, TopupClosing closing, DepositIntake intake, ProductionThreshold production)
{
    public bool IsSimulated(Mode mode) => rails.For(mode).IsSimulated;

    // After something was simulated. The simulated chains are tables of this unit of work: nobody waits for them.
    public async ValueTask<(IReadOnlyList<Topup> Topups, Findings Findings)> Settle(IReadOnlyCollection<string> concerned)
    {
        if (concerned.Count == 0)
        {
            return ([], default);
        }

        var findings = default(Findings);
        var changed = await topups.TakeAll(concerned);
        foreach (var topup in changed)
        {
            findings += await Take(topup, await rails.Simulated.TransfersTo(topup));
        }

        foreach (var account in changed.GroupBy(topup => topup.AccountId))
        {
            await production.Check(account.Key, [.. account]);
        }

        return (changed, findings);
    }

    // What a chain said before this unit of work; not when somebody has looked since then, for it may no longer be so.
    public async ValueTask<bool> Take(AddressSighting seen)
    {
        var topup = (await topups.TakeAll([seen.TopupId])).Single();
        if (!seen.IsCurrent(topup))
        {
            return false;
        }

        await Take(topup, seen.Transfers);
        await production.Check(topup.AccountId, [topup]);
        return true;
    }

    // The clock decides what is late, not the job that writes it down.
    private async ValueTask<Findings> Take(Topup topup, IReadOnlyList<Transfer> transfers)
    {
        await closing.ExpireIfOverdue(topup);
        return await intake.Take(topup, transfers);
    }
}
