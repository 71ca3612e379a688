using System.Globalization;
using System.Numerics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Simulator.Jobs;

namespace Cryptocardium.Treasury.Simulator;

// What lies at all our addresses of a simulated chain, counted from its transfers and from nothing that the treasury wrote down.
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
        var brought = await ledger.IsPosted(PostOpeningCapital.Key(mode, chain.Key)) ? PostOpeningCapital.Capital : Usd.Zero;
        return left.Aggregate(brought + arrived, (sum, amount) => sum - amount);
    }
}
