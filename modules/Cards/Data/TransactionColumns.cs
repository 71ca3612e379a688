using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The columns of a transaction, in the order of its values.
internal static class TransactionColumns
{
    public static readonly Insertion Rows = new(
        "cards_transaction",
        "id text", "account_id text", "mode text", "card_id text", "authorization_id text", "parent_id text", "type text", "status text",
        "amount bigint", "hold_change bigint", "merchant_name text", "mcc text", "merchant_country text", "merchant_network_id text",
        "merchant_amount bigint", "merchant_currency text", "fx_rate bigint", "fx_markup bigint", "cvv text", "avs text", "three_ds text",
        "eci text", "auth_response_code text", "decline_reason text", "network_reference text", "is_partial boolean",
        "is_final boolean", "overcapture bigint", "is_tolerance_exceeded boolean", "facts text", "created_at bigint");

    public static readonly string Names = Rows.Names;

    public static object?[] Values(CardTransaction row) =>
    [
        row.Id, row.AccountId, row.Mode, row.CardId, row.AuthorizationId, row.ParentId, row.Type, row.Status, row.Amount,
        row.HoldChange, row.MerchantName, row.Mcc, row.MerchantCountry, row.MerchantNetworkId, row.MerchantAmount,
        row.MerchantCurrency, row.FxRate, row.FxMarkup, row.Cvv, row.Avs, row.ThreeDs, row.Eci, row.AuthResponseCode,
        row.DeclineReason, row.NetworkReference, row.IsPartial, row.IsFinal, row.Overcapture,
        row.IsToleranceExceeded, row.Facts, row.CreatedAt,
    ];

    public static CardTransaction? Read(IRow row) => new()
    {
        Id = row.GetString("id"),
        AccountId = new AccountId(row.GetString("account_id")),
        Mode = row.GetMode("mode"),
        CardId = row.GetString("card_id"),
        AuthorizationId = row.GetText("authorization_id"),
        ParentId = row.GetText("parent_id"),
        Type = row.GetString("type"),
        Status = row.GetString("status"),
        Amount = row.GetUsd("amount"),
        HoldChange = row.GetUsd("hold_change"),
        MerchantName = row.GetString("merchant_name"),
        Mcc = row.GetString("mcc"),
        MerchantCountry = row.GetText("merchant_country"),
        MerchantNetworkId = row.GetText("merchant_network_id"),
        MerchantAmount = Number(row, "merchant_amount"),
        MerchantCurrency = row.GetText("merchant_currency"),
        FxRate = Number(row, "fx_rate"),
        FxMarkup = Number(row, "fx_markup") is { } markup ? new Usd(markup) : null,
        Cvv = row.GetText("cvv"),
        Avs = row.GetText("avs"),
        ThreeDs = row.GetText("three_ds"),
        Eci = row.GetText("eci"),
        AuthResponseCode = row.GetString("auth_response_code"),
        DeclineReason = row.GetText("decline_reason"),
        NetworkReference = row.GetText("network_reference"),
        IsPartial = row.GetBoolean("is_partial"),
        IsFinal = row.GetBoolean("is_final"),
        Overcapture = Number(row, "overcapture") is { } beyond ? new Usd(beyond) : null,
        IsToleranceExceeded = row.GetBoolean("is_tolerance_exceeded"),
        Facts = row.GetText("facts"),
        CreatedAt = row.GetInstant("created_at"),
    };

    private static long? Number(IRow row, string column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
