using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ReplaceCardTests
{
    // Columns: reason of the replacement, BIN, response code and decline reason of the old card.
    public static IEnumerable<object[]> Reasons =>
    [
        ["lost", "489517", "41", "card_lost"],
        ["lost", "557213", "41", "card_lost"],
        ["stolen", "489517", "43", "card_stolen"],
        ["stolen", "557213", "43", "card_stolen"],
        ["damaged", "489517", "46", "card_cancelled"],
        ["damaged", "557213", "78", "card_cancelled"],
        ["compromised", "489517", "46", "card_cancelled"],
        ["expired", "489517", "54", "card_expired"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Reasons))]
    public async Task The_old_number_declines_by_the_reason_and_the_new_one_works(
        Engine engine, string reason, string bin, string code, string declineReason)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var old = await account.IssueCard(load: 100, bin);
        var card = await Replace(account, old, reason);

        var declined = await account.Authorize(old, 10);
        Assert.Equal(("declined", code, declineReason), (declined["status"], declined["auth_response_code"], declined["decline_reason"]));
        Assert.Equal("00", (await account.Authorize(card["id"], 10))["auth_response_code"]);
        var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{old}"));
        Assert.Equal(("cancelled", reason, card["id"]), (shown["status"], shown["cancel_reason"], shown["replaced_by"]));
        Assert.Equal((old, "active"), (card["replacement_for"], card["status"]));
        Assert.NotEqual(shown["last4"] + shown["id"], card["last4"] + card["id"]);
    }

    [DatabaseTheory]
    public async Task Everything_that_the_holder_set_goes_along(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var old = await TestAccount.Created(account.Api.Post(
            "/v1/cards",
            """
            {"type":"virtual","bin":"489517","load_usd":100,"wallet_provision":["google_pay"],"label":"Ads","metadata":{"project":"spring"},
             "limits":{"monthly_usd":50},"mcc":{"deny":["group:gambling"]},"geo":{"deny":["KP"]},"auto_cancel":{"at":"2099-12-31T23:59:59Z"}}
            """));
        var token = await TestAccount.Created(account.Api.Post(
            $"/v1/cards/{old["id"]}/wallet_tokens", new { wallet = "apple_pay", device_name = "Phone" }));
        var before = await TestAccount.Ok(account.Api.Get($"/v1/cards/{old["id"]}"));
        var card = await Replace(account, old["id"], "stolen");

        var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card["id"]}"));
        foreach (var member in new[] { "label", "metadata", "wallets", "limits", "mcc", "geo", "auto_cancel", "balance_usd", "bin", "type" })
        {
            Assert.Equal(before[member], shown[member]);
            Assert.Equal(before[member], card[member]);
        }

        var moved = (await account.Api.Get($"/v1/cards/{card["id"]}/wallet_tokens")).Json.GetProperty("data");
        Assert.Equal(1, moved.GetArrayLength());
        Assert.Equal(token["id"], moved[0].GetProperty("id").GetString());
        Assert.Equal("active", moved[0].GetProperty("status").GetString());
        Assert.Equal(0, (await account.Api.Get($"/v1/cards/{old["id"]}/wallet_tokens")).Json.GetProperty("data").GetArrayLength());
    }

    [DatabaseTheory]
    public async Task It_is_told_as_an_issue_a_cancellation_and_a_replacement(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var old = await account.IssueCard(load: 100);
        var card = await Replace(account, old, "damaged");
        var told = (await DatabaseRows.Of(
            host.Database,
            "SELECT type, resource FROM kernel_event WHERE type LIKE 'card.%' ORDER BY no",
            row => (Type: row.GetString(0), Card: JsonSerializer.Deserialize<JsonElement>(row.GetFieldValue<byte[]>(1))))).TakeLast(3).ToList();
        Assert.Equal(["card.issued", "card.cancelled", "card.replaced"], told.Select(row => row.Type));
        Assert.Equal([card["id"], old, card["id"]], told.Select(row => row.Card.GetProperty("id").GetString()));
        Assert.Equal(old, told[^1].Card.GetProperty("replacement_for").GetString());
    }

    [DatabaseTheory]
    public async Task A_cancelled_card_and_another_accounts_card_are_not_replaced(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var card = await account.IssueCard();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" })).Status);
        var shipped = new { reason = "lost", shipping = PhysicalCards.Home };
        Assert.Equal("shipping_not_allowed", (await account.Api.Post($"/v1/cards/{card}/replace", shipped)).Code);
        await Replace(account, card, "lost");
        Assert.Equal("conflict_state", (await account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" })).Code);
        Assert.Equal("invalid_value", (await account.Api.Post($"/v1/cards/{card}/replace", new { reason = "bored" })).Code);
    }

    private static Task<Answer> Replace(TestAccount account, string card, string reason) =>
        TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason }));
}
