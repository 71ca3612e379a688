using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// Writes down what chains show at the addresses of top-ups, with all that follows.
internal sealed class DepositSettlement(
    StoredTopups topups, ChainRails rails, TopupClosing closing, DepositRecorder intake, ProductionThreshold production)
{
    public bool IsSimulated(Mode mode) => rails.For(mode).IsSimulated;

    // After something was simulated. The simulated chains are tables of this unit of work: nobody waits for them.
    public async ValueTask<(IReadOnlyList<Topup> Topups, SettledDeposits SettledDeposits)> Settle(IReadOnlyCollection<string> concerned)
    {
        if (concerned.Count == 0)
        {
            return ([], default);
        }

        var findings = default(SettledDeposits);
        var changed = await topups.TakeAll(concerned);
        foreach (var topup in changed)
        {
            findings += await Record(topup, await rails.Simulated.TransfersTo(topup));
        }

        foreach (var account in changed.GroupBy(topup => topup.AccountId))
        {
            await production.Check(account.Key, [.. account]);
        }

        return (changed, findings);
    }

    // What a chain said before this unit of work; not when somebody has looked since then, for it may no longer be so.
    public async ValueTask<bool> Record(AddressObservation seen)
    {
        var topup = (await topups.TakeAll([seen.TopupId])).Single();
        if (!seen.IsCurrent(topup))
        {
            return false;
        }

        await Record(topup, seen.Transfers);
        await production.Check(topup.AccountId, [topup]);
        return true;
    }

    // The clock decides what is late, not the job that writes it down.
    private async ValueTask<SettledDeposits> Record(Topup topup, IReadOnlyList<Transfer> transfers)
    {
        await closing.ExpireIfOverdue(topup);
        return await intake.Record(topup, transfers);
    }
}
