using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class FreezeCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["freeze, authorize 40", "898.00", "100.00/0.00"],
        ["authorize 40, freeze, capture 25", "898.00", "75.00/0.00"],
        ["authorize 40, freeze, increment 5", "898.00", "60.00/40.00"],
        ["freeze, force 30", "898.00", "70.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

    // Columns: body, kind of decline shown on the card, response code.
    public static IEnumerable<object?[]> Kinds =>
    [
        [null, "final", "62"],
        ["{}", "final", "62"],
        ["""{"decline_as":"final"}""", "final", "62"],
        ["""{"decline_as":"retryable"}""", "retryable", "05"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_frozen_card_shows_how_it_declines(Engine engine, string? body, string kind, string code)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var frozen = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", body));
        Assert.Equal($$"""{"decline_as":"{{kind}}"}""", frozen.Json.GetProperty("freeze").GetRawText());
        Assert.Equal(code, (await account.Authorize(card, 1))["auth_response_code"]);

        var again = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", """{"decline_as":"retryable"}"""));
        Assert.Equal(frozen.Json.GetRawText(), again.Json.GetRawText());
        var active = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
        Assert.False(active.Json.TryGetProperty("freeze", out _));
    }

    [DatabaseTheory]
    public async Task An_unknown_kind_of_decline_is_refused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var refused = await account.Api.Post($"/v1/cards/{card}/freeze", """{"decline_as":"never"}""");
        Assert.Equal(("invalid_value", "decline_as"), (refused.Code, refused["param"]));
        Assert.Equal("unknown_field", (await account.Api.Post($"/v1/cards/{card}/freeze", """{"soft":true}""")).Code);
    }
}
