using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Each row starts with 1000.00 deposited and 100.00 loaded on a card, which leaves 898.00 in the treasury. The columns are the steps,
// the treasury, and balance and hold of each card in the order of issue.
public sealed class ReplaceBooksTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["replace", "898.00", "0.00/0.00 100.00/0.00"],
        ["unload, replace", "998.00", "0.00/0.00 0.00/0.00"],
        ["authorize 40, replace", "898.00", "0.00/40.00 60.00/0.00"],
        ["authorize 40, replace, capture 40", "898.00", "0.00/0.00 60.00/0.00"],
        ["authorize 40, replace, capture 25", "898.00", "0.00/0.00 75.00/0.00"],
        ["authorize 40, replace, part 25", "898.00", "0.00/15.00 60.00/0.00"],
        ["authorize 40, replace, freeze, capture 25", "898.00", "0.00/0.00 75.00/0.00"],
        ["authorize 40, replace, capture 50", "898.00", "0.00/0.00 50.00/0.00"],
        ["authorize 40, replace, capture 150", "848.00", "0.00/0.00 0.00/0.00"],
        ["authorize 40, replace, replace, capture 25", "898.00", "0.00/0.00 0.00/0.00 75.00/0.00"],
        ["authorize 40, replace, cancel, capture 25", "973.00", "0.00/0.00 0.00/0.00"],
        ["authorize 40, replace, replace, capture 50", "898.00", "0.00/0.00 0.00/0.00 50.00/0.00"],
        ["authorize 40, replace, cancel, capture 50", "948.00", "0.00/0.00 0.00/0.00"],
        ["authorize 40, replace, advice 25", "898.00", "0.00/25.00 75.00/0.00"],
        ["authorize 40, replace, advice 70", "898.00", "0.00/70.00 30.00/0.00"],
        ["authorize 40, replace, advice 170", "898.00", "0.00/100.00 0.00/0.00"],
        ["authorize 40, replace, cancel, advice 70", "958.00", "0.00/40.00 0.00/0.00"],
        ["replace, load 50", "847.00", "0.00/0.00 150.00/0.00"],
        ["replace, authorize 40, capture 25", "898.00", "0.00/0.00 75.00/0.00"],
        ["freeze, replace", "898.00", "0.00/0.00 100.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public async Task Money_goes_to_the_card_that_replaces(Engine engine, string steps, string treasury, string cards)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var all = new List<string> { await account.IssueCard(load: 100) };
        var authorization = "";
        foreach (var step in steps.Split(", "))
        {
            authorization = await Run(account, all, authorization, step.Split(' '));
        }

        Assert.Equal(treasury, await account.Treasury());
        Assert.Equal(cards, string.Join(' ', await Task.WhenAll(all.Select(account.CardMoney))));
        await BooksAudit.Check(host.Database);
    }

    private static async Task<string> Run(TestAccount account, List<string> cards, string authorization, string[] step)
    {
        var amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : 0;
        switch (step[0])
        {
            case "replace":
                cards.Add((await TestAccount.Created(account.Api.Post($"/v1/cards/{cards[^1]}/replace", new { reason = "lost" })))["id"]);
                break;
            case "authorize":
                return (await account.Authorize(cards[^1], amount))["authorization_id"];
            case "capture" or "part":
                await account.Capture(authorization, amount, final: step[0] == "capture");
                break;
            case "advice":
                await TestAccount.Created(account.Api.Post($"/v1/simulate/authorizations/{authorization}/advice", new { amount_usd = amount }));
                break;
            default:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{cards[^1]}/{step[0]}", step.Length > 1 ? new { amount_usd = amount } : null));
                break;
        }

        return authorization;
    }
}
