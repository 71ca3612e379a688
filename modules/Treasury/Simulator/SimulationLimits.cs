using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Simulator;

// Real chains bound what arrives; simulated money costs nothing, so its amount and its number of deposits have an end.
internal sealed class SimulationLimits(UnitOfWork unit, ILedger ledger, ChainCatalogue chains, SimulatedBlocks blocks)
{
    private const long DepositsPerTopup = 100;

    // On one chain of an account: a single block can make all of them final, in one unit of work.
    private const long UndecidedMost = 50;

    // Of one account in one mode, less what it took out again. It takes 200 000 accounts that use it up to fill a chain.
    private static readonly Usd BroughtMost = Usd.FromDollars(10_000_000);

    // Of all accounts on one chain: half of what an account of the ledger can hold, so that what is on its way still fits.
    private static readonly Usd ChainMost = Usd.FromDollars(2_000_000_000_000);

    public async ValueTask<bool> AreReached(Topup topup, SimulatedPayment sending) =>
        await IsTooMuch(topup, sending)
        || await unit.One(SimulationSql.CountTransfersTo, static row => row.GetInt64("transfers"), topup.DepositAddress) >= DepositsPerTopup
        || await Undecided(topup) >= UndecidedMost;

    // Another token stands in no book.
    private async ValueTask<bool> IsTooMuch(Topup topup, SimulatedPayment sending) =>
        sending.Token == topup.Asset
        && (await NetDeposits(topup) + sending.Amount > BroughtMost
            || await ledger.Balance(Chart.Chain(topup.Chain, topup.Mode)) + sending.Amount > ChainMost);

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
