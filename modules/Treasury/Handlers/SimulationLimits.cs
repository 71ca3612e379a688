using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Handlers;

// Real chains bound what arrives; simulated money costs nothing, so its amount and its number of deposits have an end.
internal sealed class SimulationLimits(Unit unit, ILedger ledger)
{
    private const long DepositsPerTopup = 100;

    private static readonly Usd TreasuryMost = Usd.FromDollars(1_000_000_000);

    public async ValueTask<bool> AreReached(Topup topup, Usd amount)
    {
        var treasury = await ledger.Balance(Book.TreasuryAvailable(topup.AccountId, topup.Mode));
        return treasury + amount > TreasuryMost
            || await unit.One(TreasurySql.CountDeposits, static row => row.GetInt64(0), topup.Id) >= DepositsPerTopup
            || await unit.One(
                TreasurySql.CountAwaiting, static row => row.GetInt64(0), topup.AccountId, topup.Mode, topup.Chain) >= DepositsPerTopup;
    }
}
