using System.Globalization;
using System.Numerics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Simulator.Jobs;

namespace Cryptocardium.Treasury.Simulator;

// Counts the holdings of a simulated chain from its transfers alone, so that they can be compared with the ledger.
internal sealed class SimulatedHoldings(UnitOfWork unit, ILedger ledger)
{
    public async ValueTask<Usd> Count(Chain chain, Mode mode)
    {
        var chains = $"%:{mode.Text()}:{chain.Key}";
        var arrived = await unit.One(
            SimulationSql.Arrived, static row => row.GetUsd("arrived"), chains, chain.Token.Asset);
        var left = await unit.Query(
            SimulatedPayoutSql.Left,
            static row => new TokenAmount(BigInteger.Parse(row.GetString("units"), CultureInfo.InvariantCulture), row.GetInt32("decimals")).ToUsd(),
            chains, chain.Token.Asset);
        var capital = await ledger.IsPosted(PostOpeningCapital.Key(mode, chain.Key)) ? PostOpeningCapital.Capital : Usd.Zero;
        return left.Aggregate(capital + arrived, (sum, amount) => sum - amount);
    }
}
