using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// A preview and a purchase on the same state agree, and a preview writes nothing.
[Trait("Suite", "Soak")]
public sealed class PreviewAuthorizationTests
{
    private const int Seed = 7;
    private const int ImageEvery = 50;

    private static readonly string[] Bins = ["416842", "489517", "557213"];
    private static readonly string[] Modes = ["chip", "contactless", "key_entered", "ecommerce", "credential_on_file"];
    private static readonly string[] Currencies = ["EUR", "GBP", "CHF"];
    private static readonly string[] Codes = ["7372", "5411", "6011", "7011", "5542"];

    [DatabaseTheory]
    public async Task Preview_and_purchase_agree_and_a_preview_writes_nothing(Engine engine)
    {
        var pairs = Budget.Of(everyChange: 500, soak: 10_000);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(100_000);
        var dice = new Random(Seed);
        var cards = new List<string>();
        foreach (var bin in Bins)
        {
            cards.Add(await account.IssueCard(load: 1_000, bin: bin));
        }

        for (var pair = 0; pair < pairs; pair++)
        {
            var card = cards[dice.Next(cards.Count)];
            await Disturb(account, card, dice);
            var body = JsonSerializer.Serialize(Purchase(card, dice));
            var before = pair % ImageEvery == 0 ? await DatabaseImage.Of(host.Database) : "";

            var preview = await TestAccount.Ok(account.Api.Post("/v1/authorizations/preview", body));

            Assert.True(before.Length == 0 || before == await DatabaseImage.Of(host.Database), $"A preview wrote something: {body}");
            var purchase = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", body));
            await Agree(account, body, preview, purchase);
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_preview_of_anothers_card_is_not_found(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var stranger = await host.SignUp();
        var card = await account.IssueCard(load: 10);

        var answer = await stranger.Api.Post(
            "/v1/authorizations/preview", new { card_id = card, amount_usd = 1, merchant = new { name = "OpenAI", mcc = "7372" } });

        Assert.Equal(("resource_not_found", "card_id"), (answer.Code, answer.Param));
    }

    private static async Task Agree(TestAccount account, string body, Answer preview, Answer purchase)
    {
        string[] same = ["auth_response_code", "decline_reason", "decline_message", "retry_category"];
        Assert.All(same, member => Assert.True(preview[member] == purchase[member], $"{body}: {preview} then {purchase}"));
        Assert.Equal(preview.Money("amount_usd"), purchase.Money("amount_usd"));
        var explained = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{purchase["id"]}/explain"));
        Assert.Equal(preview["decision"], explained["decision"]);
        Assert.Equal(preview["approvable"], explained["approvable"]);
        Assert.True(
            preview.Json.GetProperty("checks").GetRawText() == explained.Json.GetProperty("checks").GetRawText(), $"{body}: {preview} then {explained}");
        if (preview["expires_at"].Length > 0)
        {
            var authorization = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{purchase["authorization_id"]}"));
            Assert.Equal(preview["expires_at"], authorization["expires_at"]);
        }
    }

    // Sometimes freezes, unfreezes or loads the card, or moves the clock.
    private static async Task Disturb(TestAccount account, string card, Random dice)
    {
        switch (dice.Next(12))
        {
            case 0:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", new { decline_as = dice.Next(2) == 0 ? "retryable" : "final" }));
                break;
            case 1 or 2:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
                break;
            case 3:
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 20 }));
                break;
            case 4:
                account.Host.Clock.Advance(TimeSpan.FromSeconds(20));
                break;
        }
    }

    private static Dictionary<string, object> Purchase(string card, Random dice)
    {
        var body = new Dictionary<string, object>
        {
            ["card_id"] = card,
            ["merchant"] = new { name = "OpenAI", mcc = Codes[dice.Next(10) < 8 ? 0 : dice.Next(Codes.Length)] },
        };
        if (dice.Next(4) == 0)
        {
            body["merchant_amount"] = (dice.Next(30_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
            body["merchant_currency"] = Currencies[dice.Next(Currencies.Length)];
        }
        else
        {
            body["amount_usd"] = dice.Next(6) == 0 ? 0 : dice.Next(40_000) / 100m;
        }

        Maybe(3, "entry_mode", () => Modes[dice.Next(Modes.Length)]);
        Maybe(6, "card_present", () => dice.Next(2) == 0);
        Maybe(6, "recurring", () => dice.Next(2) == 0);
        Maybe(5, "cvv_check", () => dice.Next(4) == 0 ? "mismatch" : "match");
        Maybe(4, "three_ds_result", () => dice.Next(4) == 0 ? "failed" : "authenticated");
        Maybe(3, "partial_approval_supported", () => true);
        Maybe(5, "network_reference", () => $"ref-{dice.Next(40)}");
        Maybe(20, "force_decline_reason", () => "suspected_fraud");
        return body;

        void Maybe(int oneIn, string member, Func<object> value)
        {
            if (dice.Next(oneIn) == 0)
            {
                body[member] = value();
            }
        }
    }
}
