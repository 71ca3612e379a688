using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Books before, action, books after. Each row begins with 1000.00 deposited and 100.00 loaded on a card, which leaves 898.00.
public sealed class CardBooksTests
{
    public static IEnumerable<object[]> Rows => CardBooksTable.Rows;

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public async Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var id = await account.IssueCard(load: 100);
        var merchant = new CardSteps(account, id);
        foreach (var step in steps.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            await merchant.Take(step.Split(' '));
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
}
