using System.Data.Common;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements of authorisation and capture.
internal static class CardsSql
{
    private const string CardColumns = "SELECT id, account_id, mode, bin, status, is_soft_frozen, expires_at FROM cards_card ";
    private const string OwnCard = CardColumns + "WHERE id = @id AND account_id = @account_id";

    private static readonly Statement Card = new(OwnCard, "id", "account_id");

    private static readonly Statement CardForUpdate = new(OwnCard + " FOR UPDATE", "id", "account_id");

    private static readonly Statement Repetition = new(
        """
        SELECT 1 FROM cards_transaction
        WHERE account_id = @account_id AND network_reference = @network_reference AND mode = @mode AND created_at > @since
          AND parent_id IS NULL AND (decline_reason IS NULL OR decline_reason <> 'duplicate')
        LIMIT 1
        """,
        "account_id", "network_reference", "mode", "since");

    private static readonly Statement Authorization = new(
        """
        SELECT id, mode, card_id, status, amount, merchant_name, mcc, merchant_country, merchant_id, auth_response_code,
            decline_reason, network_reference, created_at
        FROM cards_transaction
        WHERE authorization_id = @authorization_id AND account_id = @account_id AND parent_id IS NULL
        """,
        "authorization_id", "account_id");

    private static readonly Statement Insert = new(
        """
        INSERT INTO cards_transaction (
            id, account_id, mode, card_id, authorization_id, parent_id, status, amount,
            merchant_name, mcc, merchant_country, merchant_id, auth_response_code, decline_reason,
            network_reference, is_partial, is_verification, overcapture, is_tolerance_exceeded, created_at)
        VALUES (
            @id, @account_id, @mode, @card_id, @authorization_id, @parent_id, @status, @amount,
            @merchant_name, @mcc, @merchant_country, @merchant_id, @auth_response_code, @decline_reason,
            @network_reference, @is_partial, @is_verification, @overcapture, @is_tolerance_exceeded, @created_at)
        """,
        "id", "account_id", "mode", "card_id", "authorization_id", "parent_id", "status", "amount",
        "merchant_name", "mcc", "merchant_country", "merchant_id", "auth_response_code", "decline_reason",
        "network_reference", "is_partial", "is_verification", "overcapture", "is_tolerance_exceeded", "created_at");

    /// <summary>Reads a card and keeps others off it until the commit: everything on one card happens one after another.</summary>
    public static ValueTask<CardFacts?> LockCard(this Unit unit, AccountId account, string card) =>
        unit.One(unit.Engine == Engine.Postgres ? CardForUpdate : Card, ReadCard, card, account);

    /// <summary>Whether an account used a network reference for a purchase after a moment, the duplicates themselves aside.</summary>
    public static async ValueTask<bool> IsRepeated(this Unit unit, CardFacts card, string networkReference, DateTimeOffset since) =>
        (await unit.Query(Repetition, static _ => true, card.Account, networkReference, card.Mode, since)).Count > 0;

    /// <summary>The row that a purchase began with, approved or declined.</summary>
    public static ValueTask<CardTransaction?> FindAuthorization(this Unit unit, AccountId account, string authorization) =>
        unit.One(Authorization, row => ReadAuthorization(row, account, authorization), authorization, account);

    public static async ValueTask Append(this Unit unit, CardTransaction row) => await unit.Execute(
        Insert,
        row.Id, row.AccountId, row.Mode, row.CardId, row.AuthorizationId, row.ParentId, row.Status, row.Amount,
        row.MerchantName, row.Mcc, row.MerchantCountry, row.MerchantId, row.AuthResponseCode, row.DeclineReason,
        row.NetworkReference, row.IsPartial, row.IsVerification, row.Overcapture, row.IsToleranceExceeded, row.CreatedAt);

    private static CardFacts? ReadCard(DbDataReader row) => new(
        row.GetString(0), new AccountId(row.GetString(1)), ModeText.Parse(row.GetString(2)), BinCatalogue.Of(row.GetString(3)),
        row.GetString(4), row.GetBoolean(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));

    private static CardTransaction? ReadAuthorization(DbDataReader row, AccountId account, string authorization) => new()
    {
        Id = row.GetString(0),
        AccountId = account,
        Mode = ModeText.Parse(row.GetString(1)),
        CardId = row.GetString(2),
        AuthorizationId = authorization,
        Status = row.GetString(3),
        Amount = new Usd(row.GetInt64(4)),
        MerchantName = row.GetString(5),
        Mcc = row.GetString(6),
        MerchantCountry = Text(row, 7),
        MerchantId = Text(row, 8),
        AuthResponseCode = row.GetString(9),
        DeclineReason = Text(row, 10),
        NetworkReference = Text(row, 11),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(12)),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
