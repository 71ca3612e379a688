using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements of authorizations, captures and later steps.
internal static class TransactionSql
{
    // The first row of a purchase is the one without a parent; increments and captures have it as their parent.
    private static readonly OwnedStatement Root = new(
        OwnedColumns.OfCard,
        static owned =>
            $"SELECT {TransactionColumns.Names} FROM cards_transaction WHERE authorization_id = @authorization_id AND {owned} AND parent_id IS NULL",
        "authorization_id");

    private static readonly Statement ByReference = new(
        $"""
         SELECT {TransactionColumns.Names} FROM cards_transaction
         WHERE account_id = @account_id AND network_reference = @network_reference AND card_id = @card_id
           AND type = 'authorization' AND status = 'authorized'
         ORDER BY id DESC LIMIT 1
         """,
        "account_id", "network_reference", "card_id");

    private static readonly OwnedStatement Transaction = new(
        OwnedColumns.OfCard, static owned => $"SELECT {TransactionColumns.Names} FROM cards_transaction WHERE {owned} AND id = @id", "id");

    private static readonly Statement RefundReversal = new(
        "SELECT 1 FROM cards_transaction WHERE account_id = @account_id AND parent_id = @id AND type = 'refund_reversal'",
        "account_id", "id");

    private static readonly Statement Refunded = new(
        """
        SELECT CAST(COALESCE(SUM(r.amount), 0) AS bigint) AS refunded FROM cards_transaction r
        WHERE r.account_id = @account_id AND r.parent_id = @id AND r.type = 'refund' AND NOT EXISTS (
            SELECT 1 FROM cards_transaction v WHERE v.account_id = r.account_id AND v.parent_id = r.id AND v.type = 'refund_reversal')
        """,
        "account_id", "id");

    // A refused duplicate does not count as the original of later ones.
    private static readonly Statement Earlier = new(
        """
        SELECT type FROM cards_transaction
        WHERE account_id = @account_id AND network_reference = @network_reference AND mode = @mode AND created_at > @since
          AND (type IN ('authorization', 'increment') AND (decline_reason IS NULL OR decline_reason <> 'duplicate')
            OR type = 'reversal' AND decline_reason = 'original_not_found')
        LIMIT 100
        """,
        "account_id", "network_reference", "mode", "since");

    private static readonly Statement PurchaseProgress = new(
        """
        SELECT CAST(COALESCE(SUM(CASE WHEN status = 'authorized' THEN hold_change ELSE 0 END), 0) AS bigint) AS authorized,
            CAST(COALESCE(SUM(CASE WHEN status = 'reversed' THEN -hold_change ELSE 0 END), 0) AS bigint) AS reversed,
            CAST(COALESCE(SUM(CASE WHEN status = 'captured' AND type <> 'refund_reversal' THEN amount ELSE 0 END), 0) AS bigint) AS captured,
            CAST(COALESCE(MAX(CASE WHEN status = 'captured' AND is_final THEN 1 ELSE 0 END), 0) AS bigint) AS is_over
        FROM cards_transaction WHERE authorization_id = @authorization_id AND account_id = @account_id
        """,
        "authorization_id", "account_id");

    /// <summary>The first row of a purchase, approved or declined.</summary>
    public static ValueTask<CardTransaction?> FindAuthorization(this UnitOfWork unit, RowFilter rows, string authorization) =>
        unit.One(Root, rows, TransactionColumns.Read, authorization);

    /// <summary>The last approved purchase on a card with a network reference.</summary>
    public static ValueTask<CardTransaction?> FindByReference(this UnitOfWork unit, CardFacts card, string networkReference) =>
        unit.One(ByReference, TransactionColumns.Read, card.Account, networkReference, card.Id);

    public static ValueTask<CardTransaction?> FindTransaction(this UnitOfWork unit, RowFilter rows, string id) =>
        unit.One(Transaction, rows, TransactionColumns.Read, id);

    /// <summary>The refunds of a capture, less those that were reversed.</summary>
    public static ValueTask<Usd> RefundedOf(this UnitOfWork unit, AccountId account, string capture) =>
        unit.One(Refunded, static row => row.GetUsd("refunded"), account, capture);

    /// <summary>Whether a refund was reversed.</summary>
    public static async ValueTask<bool> IsRefundReversed(this UnitOfWork unit, AccountId account, string refund) =>
        (await unit.Query(RefundReversal, static _ => true, account, refund)).Count > 0;

    /// <summary>The progress of a purchase.</summary>
    public static ValueTask<PurchaseProgress> ProgressOf(this UnitOfWork unit, AccountId account, string authorization) => unit.One(
        PurchaseProgress,
        static row => new PurchaseProgress(
            row.GetUsd("authorized"), row.GetUsd("reversed"), row.GetUsd("captured"), row.GetInt64("is_over") != 0),
        authorization, account);

    /// <summary>The types of an account's transactions with a network reference since a moment, without refused duplicates.</summary>
    public static async ValueTask<IReadOnlyList<string>> TypesOf(
        this UnitOfWork unit, CardFacts card, string networkReference, DateTimeOffset since) =>
        await unit.Query(Earlier, static row => row.GetString("type"), card.Account, networkReference, card.Mode, since);

    public static async ValueTask Append(this UnitOfWork unit, CardTransaction row) =>
        await unit.Batch.Insert(TransactionColumns.Rows, TransactionColumns.Values(row));
}
