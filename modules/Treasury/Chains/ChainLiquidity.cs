using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Chains;

// What a chain holds beyond what is already promised over it.
internal sealed class ChainLiquidity(ILedger ledger, ChainPromises promises)
{
    // Seconds; a deposit or the operator brings more.
    private const int RetryAfter = 60;

    public static Error Unavailable => new(Errors.ChainLiquidityUnavailable) { RetryAfterSeconds = RetryAfter };

    /// <summary>Promises a withdrawal; nobody else promises the same before this commit.</summary>
    /// <returns>Whether the chain covers it; if not, the promise must not be kept.</returns>
    public async ValueTask<bool> Promise(Payout payout, Chain chain)
    {
        // The promise comes before the balances: what is signed or confirmed in between is counted twice, and never not at all.
        var (held, transfers) = await promises.Make(payout);
        var (tokens, gas) = await Free(chain, payout.Mode, held - payout.Booked, transfers - 1);
        return tokens >= payout.Charged && gas >= chain.TransferGas;
    }

    /// <summary>What could be promised now.</summary>
    public async ValueTask<(Usd Tokens, Usd Gas)> Free(Chain chain, Mode mode)
    {
        var (held, transfers) = await promises.Read(mode, chain.Key);
        return await Free(chain, mode, held, transfers);
    }

    private async ValueTask<(Usd Tokens, Usd Gas)> Free(Chain chain, Mode mode, Usd held, long transfers)
    {
        var balances = await ledger.Balances(
        [
            Chart.Chain(chain.Key, mode), Chart.PaidOut(chain.Key, mode), Chart.Refundable(chain.Key, mode),
            Chart.Unallocated(chain.Key, mode), Chart.Gas(chain.Key, mode),
        ]);
        var tokens = balances[0] - balances[1] - balances[2] - balances[3] - held;
        var gas = balances[4] - new Usd(checked(chain.TransferGas.Micros * transfers));
        return (tokens, gas);
    }
}
