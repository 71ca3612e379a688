using System.Globalization;
using System.Text.Json.Nodes;

namespace Cryptocardium.Tests.Cards;

// A table of card rules. Every card has a balance of 500.00.
internal static class ControlRules
{
    // Columns: path of the rule, rule, amounts of earlier purchases, the judged purchase (amount, category, country), its response.
    public static IEnumerable<object[]> Rows =>
    [
        ["limits", """{"per_transaction_usd":50}""", "", "50 7372 US", "00"],
        ["limits", """{"per_transaction_usd":50}""", "50 50", "50.01 7372 US", "61 per_transaction_limit"],
        ["limits", """{"daily_usd":50}""", "20 20", "10 7372 US", "00"],
        ["limits", """{"daily_usd":50}""", "20 20", "10.01 7372 US", "61 daily_limit"],
        ["limits", """{"weekly_usd":50}""", "50", "0.01 7372 US", "61 weekly_limit"],
        ["limits", """{"monthly_usd":50}""", "50", "0.01 7372 US", "61 monthly_limit"],
        ["limits", """{"yearly_usd":50}""", "50", "0.01 7372 US", "61 yearly_limit"],
        ["limits", """{"lifetime_usd":50}""", "50", "0.01 7372 US", "61 lifetime_limit"],
        ["limits", """{"lifetime_usd":50}""", "50", "0 7372 US", "85"],
        ["limits", """{"daily_count":2}""", "1", "1 7372 US", "00"],
        ["limits", """{"daily_count":2}""", "1 1", "1 7372 US", "65 transaction_count_limit"],
        ["limits", """{"daily_count":2}""", "1 1", "0 7372 US", "85"],
        ["limits", """{"weekly_count":1}""", "1", "1 7372 US", "65 transaction_count_limit"],
        ["limits", """{"monthly_count":1}""", "1", "1 7372 US", "65 transaction_count_limit"],
        ["limits", """{"yearly_count":1}""", "1", "1 7372 US", "65 transaction_count_limit"],
        ["limits", """{"yearly_count":2}""", "1", "1 7372 US", "00"],
        ["limits", """{"lifetime_count":1}""", "1", "1 7372 US", "65 transaction_count_limit"],
        ["limits", """{"lifetime_count":1}""", "1000", "1 7372 US", "00"],
        ["mcc", """{"allow":["5411"]}""", "", "1 5411 US", "00"],
        ["mcc", """{"allow":["5411"]}""", "", "1 7372 US", "57 mcc_not_allowed"],
        ["mcc", """{"deny":["group:gambling"]}""", "", "1 7995 US", "57 mcc_not_allowed"],
        ["mcc", """{"deny":["group:gambling"]}""", "", "1 7372 US", "00"],
        ["mcc", """{"allow":["7995"],"deny":["group:gambling"]}""", "", "1 7995 US", "57 mcc_not_allowed"],
        ["geo", """{"allow":["GB"]}""", "", "1 7372 GB", "00"],
        ["geo", """{"allow":["GB"]}""", "", "1 7372 US", "62 country_not_allowed"],
        ["geo", """{"allow":["GB"]}""", "", "1 7372", "62 country_not_allowed"],
        ["geo", """{"deny":["KP"]}""", "", "1 7372", "00"],
        ["geo", """{"deny":["KP"]}""", "", "1 7372 KP", "62 country_not_allowed"],
        ["geo", """{"allow":["GB"],"deny":["GB"]}""", "", "1 7372 GB", "62 country_not_allowed"],
        ["", """{"auto_cancel":{"after_purchases":2}}""", "1", "1 7372 US", "00"],
        ["", """{"auto_cancel":{"after_purchases":2}}""", "1 1", "1 7372 US", "65 single_use_spent"],
    ];

    /// <summary>Issues a card, sets a rule and makes the earlier purchases.</summary>
    public static async Task<string> Restricted(TestAccount account, string part, string rule, string before)
    {
        var card = await account.IssueCard(load: 500);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/{part}".TrimEnd('/'), rule));
        foreach (var amount in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await account.Authorize(card, decimal.Parse(amount, CultureInfo.InvariantCulture));
        }

        return card;
    }

    /// <summary>Parses a purchase of a row: amount, category, country.</summary>
    public static JsonObject Purchase(string card, string purchase)
    {
        var words = purchase.Split(' ');
        var merchant = new JsonObject { ["name"] = "Shop", ["mcc"] = words[1] };
        if (words.Length > 2)
        {
            merchant["country"] = words[2];
        }

        return new JsonObject
        {
            ["card_id"] = card,
            ["amount_usd"] = decimal.Parse(words[0], CultureInfo.InvariantCulture),
            ["merchant"] = merchant,
        };
    }
}
