namespace Cryptocardium.Tests.Cards;

// Purchases that are declined for a real cause, without force_decline_reason.
internal static class Causes
{
    private const string Nothing = "";

    private static readonly object Abroad = new { name = "OpenAI", mcc = "7372", country = "US" };

    // Columns: name, BIN, steps on the card before, members of the request, decline reason, smallest change.
    public static readonly (string Name, string Bin, string Before, (string, object)[] Fields, string Reason, string Change)[] All =
    [
        ("too little", "489517", "", [("amount_usd", 100.01)], "insufficient_card_balance", "load_card amount_usd=1.00"),
        ("far too little", "557213", "", [("amount_usd", 512.34)], "insufficient_card_balance", "load_card amount_usd=412.34"),
        ("frozen", "489517", "freeze", [("amount_usd", 5)], "card_frozen", "unfreeze_card"),
        ("frozen to retry", "489517", "freeze to retry", [("amount_usd", 5)], "card_frozen", "unfreeze_card"),
        ("cancelled", "489517", "cancel", [("amount_usd", 5)], "card_cancelled", Nothing),
        ("cancelled", "557213", "cancel", [("amount_usd", 0)], "card_cancelled", Nothing),
        ("wrong code", "489517", "", [("amount_usd", 5), ("cvv_check", "mismatch")], "cvv_mismatch", "simulate_authorization cvv_check=match"),
        ("web shop", "416842", "", [("amount_usd", 251)], "three_ds_required", "simulate_authorization three_ds_result=authenticated"),
        ("not passed", "416842", "", [("amount_usd", 5), ("three_ds_result", "failed")], "three_ds_failed", "simulate_authorization three_ds_result=authenticated"),
        ("cash machine", "489517", "", [("amount_usd", 5), ("merchant", new { name = "ATM", mcc = "6011" })], "cash_not_allowed", Nothing),
        ("chip in a web shop", "489517", "", [("amount_usd", 5), ("entry_mode", "chip"), ("card_present", false)], "format_error", "simulate_authorization card_present="),
        ("recurring at a till", "489517", "", [("amount_usd", 5), ("entry_mode", "chip"), ("recurring", true)], "transaction_invalid", "simulate_authorization recurring="),
        ("twice", "489517", "buy", [("amount_usd", 5), ("network_reference", "ref-1")], "duplicate", "simulate_authorization network_reference="),
        ("lost", "489517", "lost", [("amount_usd", 5)], "card_lost", Nothing),
        ("stolen", "557213", "stolen", [("amount_usd", 5)], "card_stolen", Nothing),
        ("damaged", "557213", "damaged", [("amount_usd", 5)], "card_cancelled", Nothing),
        ("expired", "489517", "expired", [("amount_usd", 5)], "card_expired", Nothing),
        ("in the post", "448585", "ship", [("amount_usd", 5), ("entry_mode", "chip")], "card_not_activated", "activate_card"),
        ("too large", "557213", """limits {"per_transaction_usd":4}""", [("amount_usd", 5)], "per_transaction_limit", "set_card_limits per_transaction_usd=5.00"),
        ("too much for a day", "557213", """limits {"daily_usd":4}""", [("amount_usd", 5)], "daily_limit", "set_card_limits daily_usd=5.00"),
        ("too much for a week", "557213", """limits {"weekly_usd":4}""", [("amount_usd", 5)], "weekly_limit", "set_card_limits weekly_usd=5.00"),
        ("too much for a month", "557213", """limits {"monthly_usd":4}""", [("amount_usd", 5)], "monthly_limit", "set_card_limits monthly_usd=5.00"),
        ("too much for a year", "557213", """limits {"yearly_usd":4}""", [("amount_usd", 5)], "yearly_limit", "set_card_limits yearly_usd=5.00"),
        ("too much for ever", "557213", """limits {"lifetime_usd":4}""", [("amount_usd", 5)], "lifetime_limit", "set_card_limits lifetime_usd=5.00"),
        ("category", "557213", """mcc {"deny":["7372"]}""", [("amount_usd", 5)], "mcc_not_allowed", "set_card_mcc deny=[]"),
        ("country", "557213", """geo {"allow":["GB"]}""", [("amount_usd", 5), ("merchant", Abroad)], "country_not_allowed", "set_card_geo allow=[\"GB\",\"US\"]"),
        ("country", "489517", """geo {"deny":["US"]}""", [("amount_usd", 5), ("merchant", Abroad)], "country_not_allowed", "set_card_geo deny=[]"),
        ("after its reversal", "557213", "reverse", [("amount_usd", 5), ("network_reference", "ref-2")], "already_reversed", "simulate_authorization network_reference="),
    ];
}
