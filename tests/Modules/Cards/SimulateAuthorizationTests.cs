using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateAuthorizationTests
{
    private const string Preview = "/v1/authorizations/preview";

    public static IEnumerable<object[]> Rows =>
    [
        ["", "898.00", "100.00/0.00"],
        ["authorize 40", "898.00", "60.00/40.00"],
        ["authorize 100, authorize 1", "898.00", "0.00/100.00"],
        ["authorize 100.01", "898.00", "100.00/0.00"],
        ["authorize 0", "898.00", "100.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

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
                var answer = await PurchaseCalls.Send(account, card, ("amount_usd", 5), ("force_decline_reason", reason));
                Assert.Equal(
                    ("declined", reason, code, retry),
                    (answer["status"], answer["decline_reason"], answer["auth_response_code"], answer["retry_category"]));
                Assert.Equal(DeclineCodes.Of(reason).Message, answer["decline_message"]);
            }
        }

        Assert.Equal("100.00/0.00", await account.CardMoney(visa));
        await BooksAudit.Check(host.Database);
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
            (422, "unsupported_currency", "merchant_currency", [("merchant_amount", "1"), ("merchant_currency", "XXX")]),
            (422, "amount_precision", "merchant_amount", [("merchant_amount", "1.5"), ("merchant_currency", "JPY")]),
            (400, "amount_out_of_bounds", "merchant_amount", [("merchant_amount", "999999999999"), ("merchant_currency", "KWD")]),
            (400, "invalid_value", "entry_mode", [("amount_usd", 1), ("entry_mode", "telepathy")]),
            (400, "invalid_value", "force_decline_reason", [("amount_usd", 1), ("force_decline_reason", "bad_mood")]),
        ];
        foreach (var ((status, code, param, fields), path) in from row in rows from path in new[] { PurchaseCalls.Path, Preview } select (row, path))
        {
            var answer = await account.Api.Post(path, PurchaseCalls.Body(card, fields));
            Assert.True(((int)answer.Status, answer.Code, answer.Param) == (status, code, param), $"{code} {param}: {answer}");
            var isConditional = code == "missing_required_field";
            Assert.True(!isConditional || answer["hint"].Contains("merchant_currency", StringComparison.Ordinal), $"{code} {param}: {answer}");
        }

        Assert.Equal("100.00/0.00", await account.CardMoney(card));
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

        var tapped = await PurchaseCalls.Send(account, card, ("amount_usd", 5), ("entry_mode", "contactless"));
        var online = await PurchaseCalls.Send(account, card, ("amount_usd", 5));

        Assert.Equal(("card_not_activated", "78"), (tapped["decline_reason"], tapped["auth_response_code"]));
        Assert.Equal("00", online["auth_response_code"]);
    }

    [DatabaseTheory]
    public async Task Checks_of_the_buyer_are_on_the_transaction_and_its_capture(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 500, bin: "416842");

        var soft = await PurchaseCalls.Send(account, card, ("amount_usd", 250.01));
        Assert.Equal(("three_ds_required", "1A"), (soft["decline_reason"], soft["auth_response_code"]));
        Assert.False(soft.Json.TryGetProperty("verification", out _));

        var approved = await PurchaseCalls.Send(
            account, card, ("amount_usd", 250.01), ("three_ds_result", "authenticated"), ("cvv_check", "match"), ("avs_check", "partial_match"));
        Assert.Equal("authorized", approved["status"]);
        var captured = await account.Capture(approved["authorization_id"]);
        foreach (var answer in new[] { approved, captured })
        {
            Assert.Equal(
                """{"cvv":"match","avs":"partial_match","three_ds":{"result":"authenticated","eci":"05","liability_shift":true}}""",
                answer.Json.GetProperty("verification").GetRawText());
        }
    }
}
