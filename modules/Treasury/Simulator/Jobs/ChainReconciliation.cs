using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Compares the holdings on the simulated chains with the ledger. An inbound transfer that is not final is not posted yet; an outbound one
// that is not final is still in A.chain. A transfer that a simulated reorganization removed after it was final stays posted; a customer asked
// for it, so it is no discrepancy. The simulated chains are tables of the same snapshot. A real chain cannot be asked here: its
// adapter has to store observations first, and until it does, its ledger accounts are reported as discrepancies.
internal sealed class ChainReconciliation(UnitOfWork unit, ChainCatalog chains, ChainRails rails, SimulatedChain simulated) : IReconciliationSource
{
    public async ValueTask<IReadOnlyList<Subledger>> Balances()
    {
        var expected = new Dictionary<ChartAccount, Usd>();
        foreach (var mode in Enum.GetValues<Mode>().Where(mode => rails.For(mode).IsSimulated))
        {
            foreach (var chain in chains.All)
            {
                var holdings = await simulated.Holdings(chain, mode);
                var unbooked = await unit.One(
                    ReconciliationSql.Unbooked, static row => row.GetUsd("unbooked"), mode, chain.Key, chain.Token.Asset);
                expected.Add(Chart.Chain(chain.Key, mode), holdings - unbooked + await Leaving(chain, mode) + await Reorganized(chain, mode));
            }
        }

        return [new Subledger("A.chain", expected)];
    }

    public ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals) => new([]);

    // The final deposits that reorganizations removed, minus the final payouts.
    private async ValueTask<Usd> Reorganized(Chain chain, Mode mode) =>
        await unit.One(SimulationSql.Reorganized, static row => row.GetUsd("reorganized"), mode, chain.Key, chain.Token.Asset)
        - await unit.One(SimulatedPayoutSql.Reorganized, static row => row.GetUsd("reorganized"), mode, chain.Key);

    private async ValueTask<Usd> Leaving(Chain chain, Mode mode)
    {
        var open = await (await unit.SetOutsideBatch<Payout>())
            .Where(payout => payout.Mode == mode && payout.Chain == chain.Key)
            .Where(payout => payout.State == PayoutState.Signed || payout.State == PayoutState.Sent)
            .ToListAsync();
        var left = Usd.Zero;
        foreach (var payout in open)
        {
            left += (await simulated.Find(payout)).Kind == PayoutObservationKind.Included ? payout.Booked : Usd.Zero;
        }

        return left;
    }
}
