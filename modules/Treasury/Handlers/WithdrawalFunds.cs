using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Handlers;

// What a withdrawal asks of the books before it is made.
internal sealed class WithdrawalFunds(PayoutBooks books, ChainLiquidity liquidity)
{
    public ValueTask<bool> IsInArrears(AccountId account, Mode mode) => books.IsInArrears(account, mode);

    public async ValueTask<bool> ChainCovers(WithdrawalTerms terms)
    {
        var (tokens, gas) = await liquidity.Free(terms.Chain, terms.Mode);
        return tokens >= terms.Amount && gas >= terms.Chain.TransferGas;
    }
}
