using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Handlers;

// What a chain holds beyond what is already promised over it.
internal sealed class ChainLiquidity(Unit unit, ILedger ledger)
{
    // Seconds; a deposit or the operator brings more.
    private const int RetryAfter = 60;

    public static Error Unavailable => new(Errors.ChainLiquidityUnavailable) { RetryAfterSeconds = RetryAfter };

    /// <summary>What could be promised now, tokens and gas; nobody else promises any of it before this commit.</summary>
    public async ValueTask<(Usd Tokens, Usd Gas)> Free(Chain chain, Mode mode)
    {
        await ledger.LockedBalance(Book.Chain(chain.Key, mode));

        // The rows come before the balances: what is signed or confirmed in between is counted twice, and never not at all.
        var (held, open) = await unit.One(
            PayoutSql.Open, static row => (new Usd(row.GetInt64(0)), row.GetInt64(1)), mode, chain.Key);
        var balances = await ledger.Balances(
        [
            Book.Chain(chain.Key, mode), Book.PaidOut(chain.Key, mode), Book.Refundable(chain.Key, mode),
            Book.Unallocated(chain.Key, mode), Book.Gas(chain.Key, mode),
        ]);
        var tokens = balances[0] - balances[1] - balances[2] - balances[3] - held;
        var gas = balances[4] - new Usd(checked(chain.TransferGas.Micros * open));
        return (tokens, gas);
    }
}
