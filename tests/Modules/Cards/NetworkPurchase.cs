using System.Net;

namespace Cryptocardium.Tests.Cards;

// Sends the messages of one purchase as a network does: by reference, and by ids from earlier responses.
internal sealed class NetworkPurchase(TestAccount account, string card, string reference)
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    private string authorization = "";
    private string lastCapture = "";

    /// <summary>Sends a message.</summary>
    /// <returns>The response code, or the status of a refusal.</returns>
    public async Task<string> Send(string message)
    {
        var answer = await (message switch
        {
            "authorize" => Post("authorizations", new { card_id = card, amount_usd = 40, merchant = Merchant, network_reference = reference }),
            "increment" => Post($"authorizations/{Known}/increment", new { amount_usd = 10 }),
            "capture" => authorization.Length == 0 ? Force(40) : Post($"authorizations/{authorization}/capture", null),
            "part" => authorization.Length == 0 ? Force(15) : Post($"authorizations/{authorization}/capture", new { amount_usd = 15, final = false }),
            "reverse" => Post("reversals", new { card_id = card, network_reference = reference, merchant = Merchant }),
            _ => Post("refunds", lastCapture.Length == 0
                ? new { card_id = card, amount_usd = 5, merchant = Merchant }
                : new { transaction_id = lastCapture, amount_usd = 5 }),
        });
        if (answer.Status != HttpStatusCode.Created)
        {
            return $"{(int)answer.Status}";
        }

        if (message == "authorize" && authorization.Length == 0)
        {
            authorization = answer["authorization_id"];
        }

        lastCapture = answer["status"] == "captured" ? answer["id"] : lastCapture;
        return answer["auth_response_code"];
    }

    /// <summary>Balance and hold of the card, and status and totals of the purchase.</summary>
    public async Task<(string Money, string View)> Look()
    {
        var money = await account.CardMoney(card);
        if (authorization.Length == 0)
        {
            return (money, "");
        }

        var view = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{authorization}"));
        string[] totals = ["authorized_usd", "captured_usd", "reversed_usd", "refunded_usd", "held_usd"];
        return (money, $"{view["status"]} {string.Join(' ', totals.Select(view.Money))}");
    }

    private string Known => authorization.Length == 0 ? "auth_000000000000000000000000" : authorization;

    private Task<Answer> Force(int amount) => Post("force_captures", new { card_id = card, amount_usd = amount, merchant = Merchant });

    private Task<Answer> Post(string path, object? body) => account.Api.Post($"/v1/simulate/{path}", body);
}
