using System.Text.Json;
using Cryptocardium.Cards.Currencies;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Transactions;

// Converts a transaction to its resource.
internal static class TransactionView
{
    public static Transaction Show(CardTransaction row)
    {
        var decline = row.DeclineReason is null ? null : DeclineCodes.Of(row.DeclineReason, row.AuthResponseCode);
        var currency = row.MerchantCurrency is null ? null : RateTable.Find(row.MerchantCurrency);
        return new()
        {
            Id = row.Id,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
            Mode = row.Mode.Text(),
            CardId = row.CardId,
            AuthorizationId = row.AuthorizationId,
            ParentId = row.ParentId,
            Type = row.Type,
            Status = row.Status,
            AmountUsd = row.Amount,
            Merchant = new() { Name = row.MerchantName, Mcc = row.Mcc, Country = row.MerchantCountry, NetworkId = row.MerchantNetworkId },
            MerchantAmount = currency?.Text(row.MerchantAmount!.Value),
            MerchantCurrency = row.MerchantCurrency,
            Fx = row.FxRate is { } rate ? new() { Rate = Rate.Text(rate), MarkupUsd = row.FxMarkup!.Value } : null,
            AuthResponseCode = row.AuthResponseCode,
            DeclineReason = decline?.Reason,
            DeclineMessage = decline?.Message,
            RetryCategory = decline?.RetryCategory,
            Partial = row.IsPartial ? true : null,
            OvercaptureUsd = row.Overcapture,
            ToleranceExceeded = row.IsToleranceExceeded ? true : null,
            NetworkReference = row.NetworkReference,
            Verification = Verification(row),
        };
    }

    /// <summary>Stores a row and raises its event.</summary>
    public static async ValueTask<Transaction> Record(this UnitOfWork unit, CardTransaction row)
    {
        await unit.Append(row);
        return unit.RaiseAndShow(row);
    }

    /// <summary>Raises the event of a stored row; the result and the event are the same object.</summary>
    public static Transaction RaiseAndShow(this UnitOfWork unit, CardTransaction row)
    {
        var shown = Show(row);
        unit.Raise(
            EventOf(row.Status), row.AccountId, row.Mode, row.Id, JsonSerializer.SerializeToUtf8Bytes(shown, V1Json.Wire.Transaction), row.CardId);
        return shown;
    }

    private static TransactionVerification? Verification(CardTransaction row) =>
        row.Cvv is null && row.Avs is null && row.ThreeDs is null ? null : new()
        {
            Cvv = row.Cvv,
            Avs = row.Avs,
            ThreeDs = row.ThreeDs is not { } result ? null : new()
            {
                Result = result,
                Eci = row.Eci!,
                LiabilityShift = ThreeDs.ShiftsLiability(result),
            },
        };

    public static EventType EventOf(string status) => status switch
    {
        TransactionState.Authorized => EventTypes.TransactionAuthorized,
        TransactionState.Captured => EventTypes.TransactionCaptured,
        TransactionState.Refunded => EventTypes.TransactionRefunded,
        TransactionState.Declined => EventTypes.TransactionDeclined,
        TransactionState.Reversed => EventTypes.TransactionReversed,
        _ => throw new InvalidOperationException($"Transaction status {status} has no event."),
    };
}
