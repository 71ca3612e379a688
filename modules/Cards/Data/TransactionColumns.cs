using System.Data.Common;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// A transaction's columns, in the one order in which they are written and read.
internal static class TransactionColumns
{
    public const string Names =
        """
        id, account_id, mode, card_id, authorization_id, parent_id, step, status, amount, hold_change, merchant_name, mcc,
        merchant_country, merchant_id, merchant_amount, merchant_currency, fx_rate, fx_markup, cvv, avs, three_ds, eci,
        auth_response_code, decline_reason, reversal_reason, network_reference, is_partial, is_final, overcapture,
        is_tolerance_exceeded, facts, created_at
        """;

    public static readonly Statement Insert = new(
        $"""
         INSERT INTO cards_transaction ({Names})
         VALUES (
             @id, @account_id, @mode, @card_id, @authorization_id, @parent_id, @step, @status, @amount, @hold_change, @merchant_name,
             @mcc, @merchant_country, @merchant_id, @merchant_amount, @merchant_currency, @fx_rate, @fx_markup, @cvv, @avs,
             @three_ds, @eci, @auth_response_code, @decline_reason, @reversal_reason, @network_reference, @is_partial, @is_final,
             @overcapture, @is_tolerance_exceeded, @facts, @created_at)
         """,
        "id", "account_id", "mode", "card_id", "authorization_id", "parent_id", "step", "status", "amount", "hold_change",
        "merchant_name", "mcc", "merchant_country", "merchant_id", "merchant_amount", "merchant_currency", "fx_rate",
        "fx_markup", "cvv", "avs", "three_ds", "eci", "auth_response_code", "decline_reason", "reversal_reason",
        "network_reference", "is_partial", "is_final", "overcapture", "is_tolerance_exceeded", "facts", "created_at");

    public static object?[] Values(CardTransaction row) =>
    [
        row.Id, row.AccountId, row.Mode, row.CardId, row.AuthorizationId, row.ParentId, row.Step, row.Status, row.Amount,
        row.HoldChange, row.MerchantName, row.Mcc, row.MerchantCountry, row.MerchantId, row.MerchantAmount,
        row.MerchantCurrency, row.FxRate, row.FxMarkup, row.Cvv, row.Avs, row.ThreeDs, row.Eci, row.AuthResponseCode,
        row.DeclineReason, row.ReversalReason, row.NetworkReference, row.IsPartial, row.IsFinal, row.Overcapture,
        row.IsToleranceExceeded, row.Facts, row.CreatedAt,
    ];

    public static CardTransaction? Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        AccountId = new AccountId(row.GetString(1)),
        Mode = ModeText.Parse(row.GetString(2)),
        CardId = row.GetString(3),
        AuthorizationId = Text(row, 4),
        ParentId = Text(row, 5),
        Step = row.GetString(6),
        Status = row.GetString(7),
        Amount = new Usd(row.GetInt64(8)),
        HoldChange = new Usd(row.GetInt64(9)),
        MerchantName = row.GetString(10),
        Mcc = row.GetString(11),
        MerchantCountry = Text(row, 12),
        MerchantId = Text(row, 13),
        MerchantAmount = Number(row, 14),
        MerchantCurrency = Text(row, 15),
        FxRate = Number(row, 16),
        FxMarkup = Number(row, 17) is { } markup ? new Usd(markup) : null,
        Cvv = Text(row, 18),
        Avs = Text(row, 19),
        ThreeDs = Text(row, 20),
        Eci = Text(row, 21),
        AuthResponseCode = row.GetString(22),
        DeclineReason = Text(row, 23),
        ReversalReason = Text(row, 24),
        NetworkReference = Text(row, 25),
        IsPartial = row.GetBoolean(26),
        IsFinal = row.GetBoolean(27),
        Overcapture = Number(row, 28) is { } beyond ? new Usd(beyond) : null,
        IsToleranceExceeded = row.GetBoolean(29),
        Facts = Text(row, 30),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(31)),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
