using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Withdrawals;

// Converts a withdrawal to its wire type.
internal static class WithdrawalView
{
    public static V1.Withdrawal Of(Domain.Withdrawal withdrawal) => new()
    {
        Id = withdrawal.Id,
        CreatedAt = withdrawal.CreatedAt,
        UpdatedAt = withdrawal.UpdatedAt,
        Mode = withdrawal.Mode.Text(),
        Status = EnumText.Of(withdrawal.Status),
        AmountUsd = withdrawal.AmountUsd,
        NetworkFeeUsd = withdrawal.NetworkFeeUsd,
        NetUsd = withdrawal.NetUsd,
        Asset = withdrawal.Asset,
        Chain = withdrawal.Chain,
        Address = withdrawal.Address,
        TxHash = withdrawal.TxHash,
        FailureReason = withdrawal.FailureReason is { } reason ? EnumText.Of(reason) : null,
    };
}
