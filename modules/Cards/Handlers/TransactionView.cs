using System.Text.Json;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// A transaction as the contract shows it.
internal static class TransactionView
{
    public static Transaction Show(CardTransaction row)
    {
        var decline = row.DeclineReason is null ? null : DeclineCodes.Of(row.DeclineReason, row.AuthResponseCode);
        return new()
        {
            Id = row.Id,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
            Mode = row.Mode.Text(),
            CardId = row.CardId,
            AuthorizationId = row.AuthorizationId,
            ParentId = row.ParentId,
            Status = row.Status,
            AmountUsd = row.Amount,
            Merchant = new() { Name = row.MerchantName, Mcc = row.Mcc, Country = row.MerchantCountry, Id = row.MerchantId },
            AuthResponseCode = row.AuthResponseCode,
            DeclineReason = decline?.Reason,
            DeclineMessage = decline?.Message,
            RetryCategory = decline?.RetryCategory,
            Partial = row.IsPartial ? true : null,
            OvercaptureUsd = row.Overcapture,
            ToleranceExceeded = row.IsToleranceExceeded ? true : null,
            NetworkReference = row.NetworkReference,
            Verification = row.IsVerification ? true : null,
        };
    }

    /// <summary>Stores a row and tells of it; answer and event are the same object.</summary>
    public static async ValueTask<Transaction> Record(this Unit unit, CardTransaction row)
    {
        await unit.Append(row);
        var shown = Show(row);
        await unit.Raise(
            EventOf(row.Status), row.AccountId, row.Mode, JsonSerializer.SerializeToUtf8Bytes(shown, V1Json.Default.Transaction));
        return shown;
    }

    private static string EventOf(string status) => status switch
    {
        TransactionState.Authorized => "transaction.authorized",
        TransactionState.Captured => "transaction.captured",
        TransactionState.Declined => "transaction.declined",
        _ => throw new InvalidOperationException($"No event tells of a transaction that is {status}."),
    };
}
