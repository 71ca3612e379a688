using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// Real chains bound what arrives; simulated money costs nothing, so its amount and its number of deposits have an end.
internal sealed class SimulationLimits(Unit unit, ILedger ledger, ChainCatalogue chains, SimulatedBlocks blocks)
{
    private const long DepositsPerTopup = 100;
    private const long TopupsAwaiting = 100;

    private static readonly Usd TreasuryMost = Usd.FromDollars(1_000_000_000);

    public async ValueTask<bool> AreReached(Topup topup, Usd amount) =>
        await Treasury(topup) + amount > TreasuryMost
        || await unit.One(SimulationSql.CountTransfersTo, static row => row.GetInt64(0), topup.DepositAddress) >= DepositsPerTopup
        || await unit.One(
            TreasurySql.CountAwaiting, static row => row.GetInt64(0), topup.AccountId, topup.Mode, topup.Chain) >= TopupsAwaiting;

    // What is there, and all that could still become final.
    private async ValueTask<Usd> Treasury(Topup topup)
    {
        var sum = await ledger.Balance(Book.TreasuryAvailable(topup.AccountId, topup.Mode));
        sum += await unit.One(TreasurySql.SumAwaiting, Sum, topup.AccountId, topup.Mode);
        foreach (var chain in chains.All)
        {
            sum += await blocks.OnTheirWay(topup.AccountId, topup.Mode, chain.Key);
        }

        return sum;
    }

    private static Usd Sum(DbDataReader row) => row.IsDBNull(0) ? Usd.Zero : new Usd(row.GetInt64(0));
}
