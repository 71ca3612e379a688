using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Withdrawals;

// The rules that a withdrawal and a quote share, in the documented order. None of them depends on a balance.
internal sealed class WithdrawalCheck(Call call, IAccounts accounts, ChainCatalog chains, WithdrawalTarget target)
{
    /// <param name="amount">The amount to charge.</param>
    /// <param name="chain">The requested chain's key.</param>
    /// <param name="address">The requested address; null for a quote without one.</param>
    /// <param name="mode">The requested mode, if any.</param>
    /// <returns>The terms, and the address in the notation of the chain.</returns>
    public async ValueTask<Result<(WithdrawalTerms Terms, string? Address)>> Check(Usd amount, string chain, string? address, string? mode)
    {
        if (amount < Withdrawal.Minimum)
        {
            return new Error(Errors.AmountTooSmall) { Param = "amount_usd" };
        }

        if (chains.Find(chain) is not { } found)
        {
            return chains.Unsupported;
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

        var resolved = await accounts.ModeFor(call.Caller, mode);
        return resolved.Refused(out error)
            ? error
            : (new WithdrawalTerms(resolved.Value, found, amount), address is null ? null : checkedAddress.Value);
    }
}
