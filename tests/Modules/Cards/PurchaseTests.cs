using System.Net;
using System.Text.Json;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// What a merchant can send, and what the transaction says of it.
public sealed class PurchaseTests
{
    private const string Path = "/v1/simulate/authorizations";

    [DatabaseTheory]
    public async Task Every_decline_can_be_asked_for_on_both_networks(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var visa = await account.IssueCard(load: 100);
        var mastercard = await account.IssueCard(load: 100, bin: "557213");
        foreach (var (reason, onVisa, onMastercard, retry) in DeclineTable.Rows.DistinctBy(row => row.Reason))
        {
            foreach (var (card, code) in new[] { (visa, onVisa), (mastercard, onMastercard) })
            {
                var answer = await Send(account, card, ("amount_usd", 5), ("force_decline_reason", reason));
                Assert.Equal(
                    ("declined", reason, code, $"{retry}"),
                    (answer["status"], answer["decline_reason"], answer["auth_response_code"], answer["retry_category"]));
                Assert.Equal(DeclineCodes.Of(reason).Message, answer["decline_message"]);
            }
        }

        Assert.Equal("100.00/0.00", await account.CardMoney(visa));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task What_was_checked_about_the_buyer_stands_on_the_transaction_and_its_capture(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 500, bin: "416842");

        var soft = await Send(account, card, ("amount_usd", 250.01));
        Assert.Equal(("three_ds_required", "1A"), (soft["decline_reason"], soft["auth_response_code"]));
        Assert.False(soft.Json.TryGetProperty("verification", out _));

        var approved = await Send(
            account, card, ("amount_usd", 250.01), ("three_ds", "authenticated"), ("cvv_check", "match"), ("avs_check", "partial_match"));
        Assert.Equal("authorized", approved["status"]);
        var captured = await account.Capture(approved["authorization_id"]);
        foreach (var answer in new[] { approved, captured })
        {
            Assert.Equal(
                """{"cvv":"match","avs":"partial_match","three_ds":{"result":"authenticated","eci":"05","liability_shift":true}}""",
                answer.Json.GetProperty("verification").GetRawText());
        }
    }

    [DatabaseTheory]
    public async Task A_foreign_price_is_held_with_markup_and_cleared_at_the_clearing_days_rate(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);

        var held = await Send(account, card, ("merchant_amount", "42.5"), ("merchant_currency", "EUR"));
        Assert.Equal(("42.50", "EUR", "50.31"), (held["merchant_amount"], held["merchant_currency"], held.Money("amount_usd")));
        Assert.Equal("""{"rate":"1.1603","markup_usd":0.99}""", held.Json.GetProperty("fx").GetRawText());

        // From the first of July on 1.1663: 49.56775, rounded up 49.57, and 1.00 of markup.
        host.Clock.Advance(TimeSpan.FromDays(43));
        using var api = new ApiClient(host.Server, await SignIn(account));
        var captured = await TestAccount.Created(api.Post($"/v1/simulate/authorizations/{held["authorization_id"]}/capture"));
        Assert.Equal(("50.57", "42.50"), (captured.Money("amount_usd"), captured["merchant_amount"]));
        Assert.Equal("""{"rate":"1.1663","markup_usd":1.00}""", captured.Json.GetProperty("fx").GetRawText());
        Assert.Equal(("", ""), (captured["overcapture_usd"], captured["tolerance_exceeded"]));
        var money = await TestAccount.Ok(api.Get($"/v1/cards/{card}"));
        Assert.Equal(("49.43", "0.00"), (money.Money("balance_usd"), money.Money("held_usd")));
        await BooksAudit.Check(host.Database);
        Assert.Equal(1_000_000, await DatabaseRows.Number(
            host.Database, "SELECT CAST(SUM(balance) AS bigint) FROM ledger_account WHERE class = 'R.fx'"));
    }

    [DatabaseTheory]
    public async Task The_product_for_foreign_currencies_takes_no_markup(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100, bin: "557213");

        var captured = await Send(account, card, ("merchant_amount", "1200"), ("merchant_currency", "JPY"), ("auto_capture", true));

        Assert.Equal(("captured", "8.02", "1200"), (captured["status"], captured.Money("amount_usd"), captured["merchant_amount"]));
        Assert.Equal("0.00", captured.Json.GetProperty("fx").GetProperty("markup_usd").GetRawText());
        Assert.Equal("91.98/0.00", await account.CardMoney(card));
    }

    [DatabaseTheory]
    public async Task A_card_that_was_not_activated_works_online_and_nowhere_else(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = (await TestAccount.Created(account.Api.Post("/v1/cards", new
        {
            type = "physical",
            bin = "448585",
            load_usd = 100,
            shipping = new { name = "Ada", address = new { line1 = "1 Road", city = "London", postal_code = "SW1Y", country = "GB" } },
        })))["id"];

        var tapped = await Send(account, card, ("amount_usd", 5), ("entry_mode", "contactless"));
        var online = await Send(account, card, ("amount_usd", 5));

        Assert.Equal(("card_not_activated", "78"), (tapped["decline_reason"], tapped["auth_response_code"]));
        Assert.Equal("00", online["auth_response_code"]);
    }

    [DatabaseTheory]
    public async Task An_amount_is_given_once_in_a_currency_that_has_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        (int Status, string Code, string Param, (string, object)[] Fields)[] rows =
        [
            (400, "missing_required_field", "amount_usd", []),
            (400, "missing_required_field", "merchant_currency", [("merchant_amount", "1")]),
            (400, "missing_required_field", "merchant_amount", [("merchant_currency", "EUR"), ("amount_usd", 1)]),
            (422, "amount_given_twice", "merchant_amount", [("merchant_amount", "1"), ("merchant_currency", "EUR"), ("amount_usd", 1)]),
            (422, "currency_not_supported", "merchant_currency", [("merchant_amount", "1"), ("merchant_currency", "USD")]),
            (422, "amount_precision", "merchant_amount", [("merchant_amount", "1.5"), ("merchant_currency", "JPY")]),
            (400, "amount_out_of_bounds", "merchant_amount", [("merchant_amount", "999999999999"), ("merchant_currency", "KWD")]),
            (400, "invalid_value", "entry_mode", [("amount_usd", 1), ("entry_mode", "telepathy")]),
            (400, "invalid_value", "force_decline_reason", [("amount_usd", 1), ("force_decline_reason", "bad_mood")]),
        ];
        foreach (var (status, code, param, fields) in rows)
        {
            var answer = await account.Api.Post(Path, Body(card, fields));
            Assert.True(((int)answer.Status, answer.Code, answer.Param) == (status, code, param), $"{code} {param}: {answer}");
        }

        Assert.Equal("100.00/0.00", await account.CardMoney(card));
    }

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];

    private static async Task<Answer> Send(TestAccount account, string card, params (string, object)[] fields)
    {
        var answer = await account.Api.Post(Path, Body(card, fields));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.ToString());
        return answer;
    }

    private static string Body(string card, (string Name, object Value)[] fields)
    {
        var body = new Dictionary<string, object> { ["card_id"] = card, ["merchant"] = new { name = "OpenAI", mcc = "7372" } };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return JsonSerializer.Serialize(body);
    }
}
