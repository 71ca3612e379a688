using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// A transaction's columns, in the one order in which they are written and read.
internal static class TransactionColumns
{
    public static readonly Insertion Rows = new(
        "cards_transaction",
        "id text", "account_id text", "mode text", "card_id text", "authorization_id text", "parent_id text", "step text", "status text",
        "amount bigint", "hold_change bigint", "merchant_name text", "mcc text", "merchant_country text", "merchant_id text",
        "merchant_amount bigint", "merchant_currency text", "fx_rate bigint", "fx_markup bigint", "cvv text", "avs text", "three_ds text",
        "eci text", "auth_response_code text", "decline_reason text", "reversal_reason text", "network_reference text", "is_partial boolean",
        "is_final boolean", "overcapture bigint", "is_tolerance_exceeded boolean", "facts text", "created_at bigint");

    public static readonly string Names = Rows.Names;

    public static object?[] Values(CardTransaction row) =>
    [
        row.Id, row.AccountId, row.Mode, row.CardId, row.AuthorizationId, row.ParentId, row.Step, row.Status, row.Amount,
        row.HoldChange, row.MerchantName, row.Mcc, row.MerchantCountry, row.MerchantId, row.MerchantAmount,
        row.MerchantCurrency, row.FxRate, row.FxMarkup, row.Cvv, row.Avs, row.ThreeDs, row.Eci, row.AuthResponseCode,
        row.DeclineReason, row.ReversalReason, row.NetworkReference, row.IsPartial, row.IsFinal, row.Overcapture,
        row.IsToleranceExceeded, row.Facts, row.CreatedAt,
    ];

    public static CardTransaction? Read(IRow row) => new()
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

    private static string? Text(IRow row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(IRow row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
