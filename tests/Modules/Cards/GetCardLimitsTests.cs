using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Usage of limits by a purchase. The card has a balance of 500.00.
public sealed class GetCardLimitsTests
{
    // Columns: steps of a purchase, amount and count used after them.
    public static IEnumerable<object[]> Steps =>
    [
        ["authorize 40", "40.00 1"],
        ["authorize 600", "0.00 0"],
        ["authorize 0", "0.00 0"],
        ["authorize 40, capture 40", "40.00 1"],
        ["authorize 40, capture 25", "25.00 1"],
        ["authorize 40, capture 50", "50.00 1"],
        ["authorize 40, part 25", "40.00 1"],
        ["authorize 40, part 25, capture 5", "30.00 1"],
        ["authorize 40, reverse", "0.00 0"],
        ["authorize 40, reverse 15", "25.00 1"],
        ["authorize 40, reverse 15, reverse", "0.00 0"],
        ["authorize 40, part 15, reverse", "15.00 1"],
        ["authorize 40, increment 10", "50.00 1"],
        ["authorize 40, increment 10, reverse", "0.00 0"],
        ["authorize 40, expire", "0.00 0"],
        ["authorize 40, expire, capture 40", "40.00 1"],
        ["authorize 40, capture 40, refund 40", "40.00 1"],
        ["authorize 40, replace, reverse", "0.00 0"],
        ["authorize 40, replace, capture 25", "25.00 1"],
        ["authorize 40, replace, authorize 10", "50.00 2"],
        ["force 30", "30.00 1"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Steps))]
    public async Task Every_step_of_a_purchase_is_counted(Engine engine, string steps, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        var transaction = default(Answer);
        foreach (var step in steps.Split(", "))
        {
            (card, transaction) = await Go(account, card, transaction, step.Split(' '));
        }

        var usage = (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/limits"))).Json.GetProperty("usage");
        foreach (var period in new[] { "daily", "weekly", "monthly", "yearly", "lifetime" })
        {
            Assert.Equal(expected, $"{Used(usage, $"{period}_usd", "used_usd")} {Used(usage, $"{period}_count", "used")}");
        }
    }

    private static string Used(JsonElement usage, string limit, string used) => usage.GetProperty(limit).GetProperty(used).GetRawText();

    private static async Task<(string Card, Answer? Transaction)> Go(TestAccount account, string card, Answer? last, string[] step)
    {
        var amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : (decimal?)null;
        object? body = amount is null ? null : new { amount_usd = amount };
        var authorization = last?["authorization_id"];
        switch (step[0])
        {
            case "authorize":
                return (card, await account.Authorize(card, amount!.Value));
            case "capture" or "part":
                return (card, await account.Capture(authorization!, amount, final: step[0] == "capture"));
            case "replace":
                return ((await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" })))["id"], last);
            case "refund":
                await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = last!["id"], amount_usd = amount }));
                return (card, last);
            case "force":
                var forced = new { card_id = card, amount_usd = amount, merchant = new { name = "Shop", mcc = "7372" } };
                return (card, await TestAccount.Created(account.Api.Post("/v1/simulate/force_captures", forced)));
            default:
                await TestAccount.Created(account.Api.Post($"/v1/simulate/authorizations/{authorization}/{step[0]}", body));
                return (card, last);
        }
    }
}
