using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Simulator;

// The statements of the simulated issuer.
internal static class SimulatedIssuerSql
{
    public static readonly Statement FindIssue = new(
        "SELECT key_version, sealed_pan, card_id FROM cards_sim_issue WHERE reference = @reference", "reference");

    public static readonly Statement FindLookup = new("SELECT 1 FROM cards_sim_issue WHERE pan_lookup = @pan_lookup", "pan_lookup");

    public static readonly Statement InsertIssue = new(
        """
        INSERT INTO cards_sim_issue (reference, key_version, pan_lookup, sealed_pan, created_at)
        VALUES (@reference, @key_version, @pan_lookup, @sealed_pan, @created_at)
        ON CONFLICT (reference) DO NOTHING
        """,
        "reference", "key_version", "pan_lookup", "sealed_pan", "created_at");

    public static readonly Statement Open = new(
        """
        UPDATE cards_sim_issue SET card_id = @card_id, key_version = NULL, pan_lookup = NULL, sealed_pan = NULL
        WHERE reference = @reference AND card_id IS NULL
        """,
        "card_id", "reference");

    public static readonly Statement Apply = new(
        """
        INSERT INTO cards_sim_order (reference, card_id, kind, amount_usd, times, created_at)
        VALUES (@reference, @card_id, @kind, @amount_usd, 1, @created_at)
        ON CONFLICT (reference) DO UPDATE SET times = cards_sim_order.times + 1
        RETURNING times
        """,
        "reference", "card_id", "kind", "amount_usd", "created_at");
}
