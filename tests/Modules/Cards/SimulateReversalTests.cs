using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateReversalTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, reverse", "898.00", "100.00/0.00"],
        ["authorize 40, reverse 15", "898.00", "75.00/25.00"],
        ["authorize 40, reverse 15, reverse 25", "898.00", "100.00/0.00"],
        ["authorize 40, reverse 40.01", "898.00", "60.00/40.00"],
        ["authorize 40, reverse, reverse", "898.00", "100.00/0.00"],
        ["authorize 40, reverse, capture", "898.00", "60.00/0.00"],
        ["authorize 40, part 25, reverse", "898.00", "75.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

    [DatabaseTheory]
    public async Task Messages_that_come_too_late_are_declined_with_their_codes(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        foreach (var (bin, reversed, over) in new[] { ("489517", "79", "12"), ("557213", "84", "84") })
        {
            var card = await account.IssueCard(load: 100, bin: bin);
            var first = (await account.Authorize(card, 40))["authorization_id"];
            await Send(account, $"authorizations/{first}/reverse", null);
            Assert.Equal(reversed, (await Send(account, $"authorizations/{first}/reverse", null))["auth_response_code"]);
            var second = (await account.Authorize(card, 40))["authorization_id"];
            Assert.Equal("13", (await Send(account, $"authorizations/{second}/reverse", new { amount_usd = 41 }))["auth_response_code"]);
            await account.Capture(second);
            foreach (var (verb, body) in new (string, object?)[] { ("reverse", null), ("increment", new { amount_usd = 1 }), ("advice", new { amount_usd = 1 }) })
            {
                Assert.Equal(over, (await Send(account, $"authorizations/{second}/{verb}", body))["auth_response_code"]);
            }

            Assert.Equal(HttpStatusCode.Conflict, (await account.Api.Post($"/v1/simulate/authorizations/{second}/expire")).Status);
        }
    }

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));
}
