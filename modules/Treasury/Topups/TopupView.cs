using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Topups;

// Converts a top-up to its wire type.
internal static class TopupView
{
    // The largest amount of the contract. A worthless asset can have a larger one.
    private static readonly Usd MostShown = Usd.FromDollars(1_000_000_000);

    public static V1.Topup Of(Domain.Topup topup, IEnumerable<Domain.Deposit> deposits)
    {
        var completed = topup.Status == Domain.TopupStatus.Completed;
        return new V1.Topup
        {
            Id = topup.Id,
            CreatedAt = topup.CreatedAt,
            UpdatedAt = topup.UpdatedAt,
            Mode = topup.Mode.Text(),
            Status = topup.Status.Text(),
            AmountUsd = topup.AmountUsd,
            Asset = topup.Asset,
            Chain = topup.Chain,
            DepositAddress = topup.DepositAddress,
            ExpiresAt = topup.ExpiresAt,
            Confirmations = topup.Confirmations,
            RequiredConfirmations = topup.RequiredConfirmations,
            CreditedUsd = completed ? topup.CreditedUsd : null,
            PaymentAccuracy = topup.PaymentAccuracy,
            CreditedLate = topup.CreditedLate ? true : null,
            Deposits = [.. deposits.Select(Of)],
        };
    }

    /// <summary>The top-up with its address as a QR code, which lists and events leave out.</summary>
    public static V1.Topup WithQrCode(V1.Topup view) => view with { QrDataUri = QrCode.DataUri(view.DepositAddress) };

    private static V1.Deposit Of(Domain.Deposit deposit) => new()
    {
        Id = deposit.Id,
        TxHash = deposit.TxHash,
        Asset = deposit.Asset,
        AmountUsd = Usd.Min(deposit.Received.FloorToCents(), MostShown),
        Status = deposit.Status.Text(),
        DetectedAt = deposit.DetectedAt,
        RefundTxHash = deposit.RefundTxHash,
    };
}
