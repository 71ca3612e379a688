using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Withdrawals;

// The rules that a withdrawal and a quote share, in the documented order. None of them looks at a balance.
internal sealed class WithdrawalCheck(Call call, IAccounts accounts, ChainCatalogue chains, WithdrawalTarget target)
{
    /// <param name="amount">What is to be charged.</param>
    /// <param name="chain">The chain's key, as it was asked for.</param>
    /// <param name="address">As it was asked for; null when a quote goes without.</param>
    /// <param name="mode">The book that was asked for, if any.</param>
    /// <returns>The terms and the address in the chain's spelling.</returns>
    public async ValueTask<Result<(WithdrawalTerms Terms, string? Address)>> Check(Usd amount, string chain, string? address, string? mode)
    {
        if (amount < Withdrawal.Minimum)
        {
            return new Error(Errors.AmountTooSmall) { Param = "amount_usd" };
        }

        if (chains.Find(chain) is not { } found)
        {
            return new Error(Errors.UnsupportedChain) { Param = "chain" };
        }

        var checkedAddress = address is null ? default : await target.Check(found, address);
        if (checkedAddress.Refused(out var error))
        {
            return error;
        }

        if (amount <= found.NetworkFeeUsd)
        {
            return new Error(Errors.AmountBelowNetworkFee)
            {
                Param = "amount_usd",
                Hint = $"The network fee on {found.Key} is {found.NetworkFeeUsd}.",
            };
        }

        var book = await accounts.ModeFor(call.Caller, mode);
        return book.Refused(out error)
            ? error
            : (new WithdrawalTerms(book.Value, found, amount), address is null ? null : checkedAddress.Value);
    }
}
