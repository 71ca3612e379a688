using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Books before, action, books after. Each row begins with 1000.00 deposited and 100.00 loaded on a card, which leaves 898.00.
public sealed class CardBooksTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["", "898.00", "100.00/0.00"],
        ["load 50", "847.00", "150.00/0.00"],
        ["unload 30", "928.00", "70.00/0.00"],
        ["unload", "998.00", "0.00/0.00"],
        ["authorize 40", "898.00", "60.00/40.00"],
        ["authorize 40, unload", "958.00", "0.00/40.00"],
        ["authorize 100, authorize 1", "898.00", "0.00/100.00"],
        ["authorize 100.01", "898.00", "100.00/0.00"],
        ["authorize 0", "898.00", "100.00/0.00"],
        ["freeze, authorize 40", "898.00", "100.00/0.00"],
        ["freeze, unfreeze, authorize 40", "898.00", "60.00/40.00"],
        ["authorize 40, capture 40", "898.00", "60.00/0.00"],
        ["authorize 40, capture 25", "898.00", "75.00/0.00"],
        ["authorize 40, part 25", "898.00", "60.00/15.00"],
        ["authorize 40, part 25, part 10, capture 1", "898.00", "64.00/0.00"],
        ["authorize 40, capture 50", "898.00", "50.00/0.00"],
        ["authorize 40, part 50", "898.00", "50.00/0.00"],
        ["authorize 40, capture 150", "848.00", "0.00/0.00"],
        ["authorize 40, capture 1500", "0.00", "0.00/0.00"],
        ["authorize 40, capture 1500, deposit 600", "98.00", "0.00/0.00"],
        ["authorize 40, freeze, capture 25", "898.00", "75.00/0.00"],
        ["cancel", "998.00", "0.00/0.00"],
        ["cancel, authorize 1", "998.00", "0.00/0.00"],
        ["authorize 40, cancel", "958.00", "0.00/40.00"],
        ["authorize 40, cancel, capture 25", "973.00", "0.00/0.00"],
        ["authorize 40, cancel, capture 50", "948.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public async Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var id = await account.IssueCard(load: 100);
        var authorization = "";
        foreach (var step in steps.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            authorization = await Run(account, id, authorization, step.Split(' '));
        }

        Assert.Equal(treasury, await account.Treasury());
        Assert.Equal(card, await account.CardMoney(id));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_network_reference_counts_as_a_duplicate_for_a_day(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var purchase = new
        {
            card_id = await account.IssueCard(load: 100),
            amount_usd = 10,
            merchant = new { name = "OpenAI", mcc = "7372" },
            network_reference = "ref-1",
        };

        Assert.Equal("00", (await account.Api.Post("/v1/simulate/authorizations", purchase))["auth_response_code"]);
        host.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal("94", (await account.Api.Post("/v1/simulate/authorizations", purchase))["auth_response_code"]);
        host.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal("duplicate", (await account.Api.Post("/v1/simulate/authorizations", purchase))["decline_reason"]);
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("00", (await account.Api.Post("/v1/simulate/authorizations", purchase))["auth_response_code"]);
    }

    [DatabaseTheory]
    public async Task A_partial_approval_holds_what_there_is_and_a_closed_one_is_not_captured_again(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);

        var partial = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", new
        {
            card_id = card,
            amount_usd = 250,
            merchant = new { name = "Bistro", mcc = "5812" },
            partial_approval_supported = true,
        }));
        Assert.Equal("10", partial["auth_response_code"]);
        Assert.Equal("100.00", partial.Money("amount_usd"));
        Assert.Equal("0.00/100.00", await account.CardMoney(card));

        var tip = await account.Capture(partial["authorization_id"], 120.01m);
        Assert.Equal("20.01", tip.Money("overcapture_usd"));
        Assert.Equal("true", tip["tolerance_exceeded"]);
        var again = await account.Api.Post($"/v1/simulate/authorizations/{partial["authorization_id"]}/capture");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("conflict_state", again.Code);
    }

    private static async Task<string> Run(TestAccount account, string card, string authorization, string[] step)
    {
        var amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : 0;
        switch (step[0])
        {
            case "authorize":
                return (await account.Authorize(card, amount))["authorization_id"];
            case "capture":
                await account.Capture(authorization, amount);
                break;
            case "part":
                await account.Capture(authorization, amount, final: false);
                break;
            case "deposit":
                await account.Deposit(amount);
                break;
            default:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/{step[0]}", step.Length > 1 ? new { amount_usd = amount } : null));
                break;
        }

        return authorization;
    }
}
