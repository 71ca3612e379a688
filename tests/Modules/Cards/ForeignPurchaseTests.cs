using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Purchases in currencies other than the dollar.
public sealed class ForeignPurchaseTests
{
    [DatabaseTheory]
    public async Task A_foreign_price_is_held_with_markup_and_cleared_at_the_clearing_days_rate(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);

        var held = await PurchaseCalls.Send(account, card, ("merchant_amount", "42.5"), ("merchant_currency", "EUR"));
        Assert.Equal(("42.50", "EUR", "50.31"), (held["merchant_amount"], held["merchant_currency"], held.Money("amount_usd")));
        Assert.Equal("""{"rate":"1.1603","markup_usd":0.99}""", held.Json.GetProperty("fx").GetRawText());

        // The rate from July 1 is 1.1663: 49.56775, rounded up to 49.57, plus a markup of 1.00.
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

        var captured = await PurchaseCalls.Send(account, card, ("merchant_amount", "1200"), ("merchant_currency", "JPY"), ("auto_capture", true));

        Assert.Equal(("captured", "8.02", "1200"), (captured["status"], captured.Money("amount_usd"), captured["merchant_amount"]));
        Assert.Equal("0.00", captured.Json.GetProperty("fx").GetProperty("markup_usd").GetRawText());
        Assert.Equal("91.98/0.00", await account.CardMoney(card));
    }

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];
}
