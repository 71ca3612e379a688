using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// After something happened on a chain: looks at the top-ups that it may concern.
internal sealed class DepositSettlement(
    StoredTopups topups, ChainRails rails, TopupClosing closing, DepositIntake intake, ProductionThreshold production)
{
    public bool IsSimulated(Mode mode) => rails.For(mode).IsSimulated;

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
            // The clock decides what is late, not the job that writes it down.
            await closing.ExpireIfOverdue(topup);
            findings += await intake.Look(rails.For(topup.Mode), topup);
        }

        foreach (var account in changed.GroupBy(topup => topup.AccountId))
        {
            await production.Check(account.Key, [.. account]);
        }

        return (changed, findings);
    }
}
