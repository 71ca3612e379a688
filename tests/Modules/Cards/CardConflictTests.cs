using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Refusals by the state of a card name the state and what is allowed.
public sealed class CardConflictTests
{
    // Columns: method and path of the operation, body, message on a cancelled physical card.
    public static IEnumerable<object?[]> OnCancelled =>
    [
        ["GET", "/pan", null, "The card is cancelled; only an active or frozen card can be revealed."],
        ["POST", "/load", """{"amount_usd":5}""", "The card is cancelled; only an active or frozen card can be loaded."],
        ["POST", "/unload", null, "The card is cancelled; only an active or frozen card can be unloaded."],
        ["POST", "/freeze", null, "The card is cancelled; only an active card can be frozen."],
        ["POST", "/unfreeze", null, "The card is cancelled; only a frozen card can be unfrozen."],
        ["POST", "/activate", null, "The card is cancelled; only an active or frozen card can be activated."],
        ["POST", "/replace", """{"reason":"lost"}""", "The card is cancelled; only an active or frozen card can be replaced."],
        ["POST", "/cancel", null, "The card is cancelled; only an active or frozen card can be cancelled."],
        ["POST", "/wallet_tokens", """{"wallet":"apple_pay"}""", "The card is cancelled; only an active card can be put into a wallet."],
        ["PATCH", "/limits", "{}", "The card is cancelled; only an active or frozen card can get other limits, rules or automatic cancellation."],
    ];

    [DatabaseTheory]
    [MemberData(nameof(OnCancelled))]
    public async Task A_cancelled_card_says_what_is_allowed(Engine engine, string method, string path, string? body, string message)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
        var refused = await account.Api.Send(new HttpMethod(method), $"/v1/cards/{card}{path}", body);
        Assert.Equal((HttpStatusCode.Conflict, "conflict_state", message), (refused.Status, refused.Code, refused["message"]));
    }

    [DatabaseTheory]
    public async Task Frozen_and_unshipped_cards_say_what_is_allowed(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        Assert.Equal(
            "The shipment of the card is pending; only a card that was shipped can be activated.",
            (await account.Api.Post($"/v1/cards/{card}/activate"))["message"]);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        Assert.Equal(
            "The card is frozen; only an active card can be put into a wallet.",
            (await account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay" }))["message"]);
    }

    [DatabaseTheory]
    public async Task A_shipment_says_what_can_follow(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        var move = $"/v1/simulate/cards/{card}/shipment";
        Assert.Equal(
            "The shipment is pending; it can only become shipped or failed.",
            (await account.Api.Post(move, new { status = "delivered" }))["message"]);
        await TestAccount.Ok(account.Api.Post(move, new { status = "failed" }));
        Assert.Equal("The shipment is failed, which is final.", (await account.Api.Post(move))["message"]);
    }
}
