namespace Cryptocardium.Benchmarks.Baselines;

// The transaction row of an authorization.
internal static class AuthorizationRow
{
    public const string Insert =
        """
        INSERT INTO cards_transaction (
            id, account_id, mode, card_id, authorization_id, parent_id, status, amount,
            merchant_name, mcc, merchant_country, merchant_id, auth_response_code, decline_reason,
            network_reference, is_partial, is_verification, overcapture, is_tolerance_exceeded, created_at)
        VALUES (
            $id, 'acc_000000000000000000000000', 'live', 'card_000000000000000000000000', $authorization_id, NULL, 'authorized', $amount,
            'OpenAI', '7372', NULL, NULL, '00', NULL,
            NULL, 0, 0, NULL, 0, 1779175800000)
        """;

    public static (string Name, object Value)[] Values(string id, string authorization, long amount) =>
        [("$id", id), ("$authorization_id", authorization), ("$amount", amount)];
}
