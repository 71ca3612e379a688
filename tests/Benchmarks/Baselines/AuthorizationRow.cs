namespace Cryptocardium.Benchmarks.Baselines;

// The transaction row of an authorization, as the product writes it.
internal static class AuthorizationRow
{
    public const string Insert =
        """
        INSERT INTO cards_transaction (
            id, account_id, mode, card_id, authorization_id, parent_id, type, status, amount, hold_change, merchant_name,
            mcc, merchant_country, merchant_network_id, merchant_amount, merchant_currency, fx_rate, fx_markup, cvv, avs,
            three_ds, eci, auth_response_code, decline_reason, network_reference, is_partial, is_final,
            overcapture, is_tolerance_exceeded, facts, created_at)
        VALUES (
            $id, 'acc_000000000000000000000000', 'live', 'card_000000000000000000000000', $authorization_id, NULL,
            'authorization', 'authorized', $amount, $amount, 'OpenAI', '7372', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
            NULL, NULL, NULL, '00', NULL, NULL, 0, 0, NULL, 0, '{"available":100000.00}', 1779175800000)
        """;

    public static (string Name, object Value)[] Values(string id, string authorization, long amount) =>
        [("$id", id), ("$authorization_id", authorization), ("$amount", amount)];
}
