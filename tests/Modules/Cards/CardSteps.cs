using System.Globalization;

namespace Cryptocardium.Tests.Cards;

// Runs the steps of a table on one card. A step that needs an authorization, capture or refund uses the last one.
internal sealed class CardSteps(TestAccount account, string card)
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    private string authorization = "";
    private string capture = "";
    private string refund = "";

    /// <summary>Runs a step: a verb and an optional amount. A step that the product refuses or declines changes nothing.</summary>
    public async Task Take(string[] step)
    {
        decimal? amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : null;
        switch (step[0])
        {
            case "authorize":
                authorization = (await account.Authorize(card, amount!.Value))["authorization_id"];
                break;
            case "capture" or "part":
                capture = (await account.Capture(authorization, amount, final: step[0] == "capture"))["id"];
                break;
            case "reverse" or "increment" or "advice" or "expire":
                await Simulate($"authorizations/{authorization}/{step[0]}", amount is null ? null : new { amount_usd = amount });
                break;
            case "force":
                await Simulate("force_captures", new { card_id = card, amount_usd = amount, merchant = Merchant });
                break;
            case "refund":
                refund = await Simulate("refunds", Refund(amount));
                break;
            case "takeback":
                await Simulate($"refunds/{refund}/reverse", null);
                break;
            case "deposit":
                await account.Deposit(amount!.Value);
                break;
            default:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/{step[0]}", amount is null ? null : new { amount_usd = amount }));
                break;
        }
    }

    private object Refund(decimal? amount) =>
        capture.Length == 0 ? new { card_id = card, amount_usd = amount, merchant = Merchant }
        : amount is null ? new { transaction_id = capture }
        : new { transaction_id = capture, amount_usd = amount };

    private async Task<string> Simulate(string path, object? body) =>
        (await TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body)))["id"];
}
