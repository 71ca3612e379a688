using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateCaptureTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, capture 40", "898.00", "60.00/0.00"],
        ["authorize 40, capture 25", "898.00", "75.00/0.00"],
        ["authorize 40, part 25", "898.00", "60.00/15.00"],
        ["authorize 40, part 25, part 10, capture 1", "898.00", "64.00/0.00"],
        ["authorize 40, capture 50", "898.00", "50.00/0.00"],
        ["authorize 40, part 50", "898.00", "50.00/0.00"],
        ["authorize 40, capture 150", "848.00", "0.00/0.00"],
        ["authorize 40, capture 1500", "0.00", "0.00/0.00"],
        ["authorize 40, capture 1500, deposit 600", "98.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

    // The amounts of one hotel chain and of one car rental company have codes of their own.
    [DatabaseTheory]
    public async Task A_hotel_or_rental_is_held_for_thirty_days_and_may_cost_more(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        foreach (var (mcc, amount, exceeds) in new[] { ("3504", 115m, ""), ("3504", 115.01m, "true"), ("7513", 115m, ""), ("3366", 115m, "") })
        {
            var authorized = await TestAccount.Created(account.Api.Post(
                "/v1/simulate/authorizations", new { card_id = card, amount_usd = 100, merchant = new { name = "Merchant", mcc } }));
            var view = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{authorized["authorization_id"]}"));
            var captured = await account.Capture(authorized["authorization_id"], amount);

            Assert.Equal((mcc, amount, "2026-06-18T07:30:00Z", exceeds), (mcc, amount, view["expires_at"], captured["tolerance_exceeded"]));
        }
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
