using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Simulator;

// Limits of simulated deposits: simulated money costs nothing, so its amount and the number of deposits are bounded.
internal sealed class SimulationLimits(UnitOfWork unit, ILedger ledger, ChainCatalog chains, SimulatedBlocks blocks)
{
    private const long DepositsPerTopup = 100;

    // Per account and chain: one block can make all of them final, and one unit of work decides them.
    private const long UndecidedMost = 50;

    // Per account and mode, minus withdrawals. 200 000 accounts at this limit fill a chain.
    private static readonly Usd NetDepositsMost = Usd.FromDollars(10_000_000);

    // Per chain over all accounts: half of what a ledger account can hold, so that pending transfers still fit.
    private static readonly Usd ChainMost = Usd.FromDollars(2_000_000_000_000);

    public async ValueTask<bool> AreReached(Topup topup, SimulatedPayment payment) =>
        await IsTooMuch(topup, payment)
        || await unit.One(SimulationSql.CountTransfersTo, static row => row.GetInt64("transfers"), topup.DepositAddress) >= DepositsPerTopup
        || await Undecided(topup) >= UndecidedMost;

    // Another token is in no ledger account, so it needs no limit.
    private async ValueTask<bool> IsTooMuch(Topup topup, SimulatedPayment payment) =>
        payment.Asset == topup.Asset
        && (await NetDeposits(topup) + payment.Amount > NetDepositsMost
            || await ledger.Balance(Chart.Chain(topup.Chain, topup.Mode)) + payment.Amount > ChainMost);

    private async ValueTask<Usd> NetDeposits(Topup topup)
    {
        var sum = Usd.Zero;
        foreach (var chain in chains.All)
        {
            sum += await blocks.NetDeposits(topup.AccountId, topup.Mode, chain.Key);
        }

        return sum;
    }

    private async ValueTask<long> Undecided(Topup topup) =>
        await blocks.CountUnmined(topup.AccountId, topup.Mode, topup.Chain)
        + await unit.One(TreasurySql.CountDetected, static row => row.GetInt64("detected"), topup.AccountId, topup.Mode, topup.Chain);
}
