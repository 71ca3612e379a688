using System.Globalization;
using System.Net;

namespace Cryptocardium.Tests.Scenarios;

// A captured purchase of 10.00, for actions that exclude each other: each returns the money, or decides that it is not returned.
internal sealed class RacedDispute(ApiClient[] nodes, string card, string transaction, string dispute, decimal treasury)
{
    private const string Reason = "not_received";

    /// <summary>Actions on a captured purchase.</summary>
    public static readonly string[] ToPurchases = ["file", "file_part", "refund", "cancel"];

    /// <summary>Actions on a purchase with a submitted dispute.</summary>
    public static readonly string[] ToDisputes = ["accept", "represent", "expire", "withdraw", "refund", "cancel"];

    /// <param name="nodes">Clients of the account on two nodes, which may be the same.</param>
    /// <param name="isDisputed">Whether a dispute is filed and submitted before.</param>
    public static async Task<RacedDispute> Begin(ApiClient[] nodes, bool isDisputed)
    {
        var api = nodes[0];
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 20 }));
        var bought = await TestAccount.Created(api.Post("/v1/simulate/authorizations", new
        {
            card_id = card["id"],
            amount_usd = 10,
            merchant = new { name = "OpenAI", mcc = "7372" },
            auto_capture = true,
        }));
        var raced = new RacedDispute(nodes, card["id"], bought["id"], "", Treasury(card, "new_treasury_balance_usd"));
        if (!isDisputed)
        {
            return raced;
        }

        var dispute = await TestAccount.Created(raced.Send(api, "file"));
        await TestAccount.Ok(api.Post($"/v1/simulate/disputes/{dispute["id"]}/action", new { action = "submit" }));
        return raced.About(dispute["id"]);
    }

    /// <summary>Runs an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="place">0 or 1: the index of the node.</param>
    /// <returns>The response without the parts that differ between cases.</returns>
    public async Task<string> Do(string action, int place)
    {
        var answer = await Send(nodes[place], action);
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Created
            ? $"{action}: {(int)answer.Status} {answer["status"]}"
            : $"{action}: {(int)answer.Status} {answer.Code}";
    }

    /// <summary>The state of the disputes, of the card and of the treasury.</summary>
    public async Task<string> Look()
    {
        var disputes = await TestAccount.Ok(nodes[0].Get($"/v1/disputes?transaction_id={transaction}"));
        var shown = await TestAccount.Ok(nodes[0].Get($"/v1/cards/{card}"));
        var left = Treasury(await TestAccount.Ok(nodes[0].Get("/v1/balance")), "available_usd");
        string[] members = ["status", "outcome", "stage", "amount_usd", "provisional_credit_usd", "credited_usd"];
        return string.Join('\n', disputes.Json.GetProperty("data").EnumerateArray()
            .Select(each => string.Join(' ', members.Select(member => each.TryGetProperty(member, out var value) ? value.GetRawText() : "-")))
            .Append($"card {shown["status"]} {shown.Money("balance_usd")}")
            .Append(string.Create(CultureInfo.InvariantCulture, $"treasury {left - treasury:+0.00;-0.00}")));
    }

    private RacedDispute About(string filed) => new(nodes, card, transaction, filed, treasury);

    private Task<Answer> Send(ApiClient api, string action) => action switch
    {
        "file" => api.Post("/v1/disputes", new { transaction_id = transaction, reason = Reason, description = "Nothing came." }),
        "file_part" => api.Post("/v1/disputes", new { transaction_id = transaction, reason = Reason, description = "A part.", amount_usd = 4 }),
        "refund" => api.Post("/v1/simulate/refunds", new { transaction_id = transaction, amount_usd = 7 }),
        "cancel" => api.Post($"/v1/cards/{card}/cancel"),
        "withdraw" => api.Post($"/v1/disputes/{dispute}/withdraw"),
        _ => api.Post($"/v1/simulate/disputes/{dispute}/action", new { action }),
    };

    private static decimal Treasury(Answer answer, string member) => decimal.Parse(answer.Money(member), CultureInfo.InvariantCulture);
}
