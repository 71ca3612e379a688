using System.Globalization;
using System.Net;

namespace Cryptocardium.Tests.Scenarios;

// A card with 60.00 available and 40.00 held, for actions that conflict: there is not enough money for all of them, and some make
// others impossible.
internal sealed class RacedCard(ApiClient[] nodes, string card, string authorization, decimal treasury)
{
    /// <summary>The actions.</summary>
    public static readonly string[] Actions =
        ["load", "unload", "freeze", "cancel", "authorize", "capture", "reverse", "replace", "limit"];

    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    /// <param name="nodes">Clients of the account on two nodes, which may be the same.</param>
    public static async Task<RacedCard> Issue(ApiClient[] nodes)
    {
        var card = await TestAccount.Created(nodes[0].Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 }));
        var purchase = await TestAccount.Created(Authorize(nodes[0], card["id"], 40));
        return new RacedCard(nodes, card["id"], purchase["authorization_id"], Treasury(card, "new_treasury_balance_usd"));
    }

    /// <summary>Runs an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="place">0 or 1: the index of the action, which selects the node.</param>
    /// <returns>The response without the parts that differ between cards.</returns>
    public async Task<string> Do(string action, int place)
    {
        var answer = await Send(nodes[place], action, place);
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Created
            ? $"{action}: {(int)answer.Status} {answer["status"]} {answer["auth_response_code"]}"
            : $"{action}: {(int)answer.Status} {answer.Code}";
    }

    /// <summary>The state of the card, of its replacement, and of the treasury.</summary>
    public async Task<string> Look()
    {
        var lines = new List<string>();
        for (var id = card; id.Length > 0;)
        {
            var shown = await TestAccount.Ok(nodes[0].Get($"/v1/cards/{id}"));
            var limits = await TestAccount.Ok(nodes[0].Get($"/v1/cards/{id}/limits"));
            var used = limits.Json.GetProperty("usage").GetProperty("lifetime_usd").GetProperty("used_usd").GetRawText();
            lines.Add(
                $"{shown["status"]} {shown["cancel_reason"]} {shown.Money("balance_usd")}/{shown.Money("held_usd")}"
                + $" used {used} of {limits["lifetime_usd"]}: {await Transactions(id)}");
            id = shown["replaced_by"];
        }

        var left = Treasury(await TestAccount.Ok(nodes[0].Get("/v1/balance")), "available_usd");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"treasury {left - treasury:+0.00;-0.00}"));
        return string.Join('\n', lines);
    }

    private Task<Answer> Send(ApiClient api, string action, int place) => action switch
    {
        "load" => api.Post($"/v1/cards/{card}/load", new { amount_usd = 50 }),
        "unload" => api.Post($"/v1/cards/{card}/unload", new { amount_usd = 50 }),
        "authorize" => Authorize(api, card, 55),
        "capture" => api.Post($"/v1/simulate/authorizations/{authorization}/capture", new { amount_usd = 50 }),
        "reverse" => api.Post($"/v1/simulate/authorizations/{authorization}/reverse"),
        "replace" => api.Post($"/v1/cards/{card}/replace", new { reason = "lost" }),
        "limit" => api.Send(HttpMethod.Patch, $"/v1/cards/{card}/limits", new { lifetime_usd = 80 + place }),
        _ => api.Post($"/v1/cards/{card}/{action}"),
    };

    private static Task<Answer> Authorize(ApiClient api, string card, decimal amount) =>
        api.Post("/v1/simulate/authorizations", new { card_id = card, amount_usd = amount, merchant = Merchant });

    private async Task<string> Transactions(string id)
    {
        var page = await TestAccount.Ok(nodes[0].Get($"/v1/cards/{id}/transactions?limit=100"));
        var kinds = page.Json.GetProperty("data").EnumerateArray().Select(row =>
            $"{row.GetProperty("status").GetString()} {row.GetProperty("amount_usd").GetRawText()} {row.GetProperty("auth_response_code").GetString()}");
        return string.Join(", ", kinds.CountBy(kind => kind).Select(kind => $"{kind.Value} x {kind.Key}").Order(StringComparer.Ordinal));
    }

    private static decimal Treasury(Answer answer, string member) => decimal.Parse(answer.Money(member), CultureInfo.InvariantCulture);
}
