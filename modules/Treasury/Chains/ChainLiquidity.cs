using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Chains;

// The holdings of a chain minus the promises over it.
internal sealed class ChainLiquidity(ILedger ledger, ChainPromises promises)
{
    // Seconds; deposits or the operator may add liquidity by then.
    private const int RetryAfter = 60;

    public static Error Unavailable => new(Errors.ChainLiquidityUnavailable) { RetryAfterSeconds = RetryAfter };

    /// <summary>Promises a withdrawal; other commands cannot promise the same liquidity before this one has committed.</summary>
    /// <returns>Whether the chain covers the promise; if not, the command must be refused, so that the promise is rolled back.</returns>
    public async ValueTask<bool> Promise(Payout payout, Chain chain)
    {
        // The promise is made before the balances are read, so a payout that is signed in between is counted twice instead of never.
        var (held, transfers) = await promises.Make(payout);
        var (tokens, gas) = await Free(chain, payout.Mode, held - payout.Booked, transfers - 1);
        return tokens >= payout.Charged && gas >= chain.TransferGas;
    }

    /// <summary>The tokens and gas that could be promised now.</summary>
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
