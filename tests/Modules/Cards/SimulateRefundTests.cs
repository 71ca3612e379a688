using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateRefundTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["refund 30", "898.00", "130.00/0.00"],
        ["force 1500, refund 600", "0.00", "98.00/0.00"],
        ["authorize 40, capture, refund", "898.00", "100.00/0.00"],
        ["authorize 40, capture, refund 15, refund", "898.00", "100.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

    [DatabaseTheory]
    public async Task Refunds_are_bounded_by_their_capture_and_taken_back_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 40))["authorization_id"];
        var capture = (await account.Capture(authorization))["id"];

        var part = await Send(account, "refunds", new { transaction_id = capture, amount_usd = 15 });
        var tooMuch = await account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture, amount_usd = 25.01 });
        await Send(account, "refunds", new { transaction_id = capture });
        var nothing = await account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture });
        var back = await Send(account, $"refunds/{part["id"]}/reverse", null);

        Assert.Equal(("refunded", capture, authorization), (part["status"], part["parent_id"], part["authorization_id"]));
        Assert.Equal(("refund_exceeds_capture", "25.01", "25.00"), (tooMuch.Code, tooMuch.Money("required_usd"), tooMuch.Money("available_usd")));
        Assert.Equal("refund_exceeds_capture", nothing.Code);
        Assert.Equal(("captured", "refund_reversal"), (back["status"], back["type"]));
        Assert.Equal("conflict_state", (await account.Api.Post($"/v1/simulate/refunds/{part["id"]}/reverse")).Code);
        Assert.Equal("conflict_state", (await account.Api.Post("/v1/simulate/refunds", new { transaction_id = part["id"] })).Code);
        var unlinked = await account.Api.Post("/v1/simulate/refunds", new { card_id = card, amount_usd = 1 });
        Assert.Equal(("merchant", "Send transaction_id, or card_id, amount_usd and merchant."), (unlinked.Param, unlinked["hint"]));
        var view = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{authorization}"));
        Assert.Equal(("closed", "40.00", "25.00"), (view["status"], view.Money("captured_usd"), view.Money("refunded_usd")));
    }

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));
}
