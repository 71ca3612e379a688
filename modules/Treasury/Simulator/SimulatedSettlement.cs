using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Deposits;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Simulator;

// Observes and records top-up addresses in one unit of work, after a simulation. The simulated chains are tables of the same database,
// so no network is waited for.
internal sealed class SimulatedSettlement(StoredTopups topups, ChainRails rails, SimulatedChain chain, DepositSettlement settlement)
{
    public bool IsSimulated(Mode mode) => rails.For(mode).IsSimulated;

    public async ValueTask<(IReadOnlyList<Topup> Topups, SettledDeposits Settled)> Settle(IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0)
        {
            return ([], default);
        }

        var settled = default(SettledDeposits);
        var taken = await topups.TakeAll(ids);
        foreach (var topup in taken)
        {
            settled += await settlement.Record(topup, await chain.TransfersTo(topup));
        }

        return (taken, settled);
    }
}
