using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The walkthroughs of the documentation, with its numbers.
public sealed class QuickstartTests
{
    [DatabaseTheory]
    public async Task Three_calls_lead_from_nothing_to_a_live_card(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var topup = await TestAccount.Created(account.Api.Post(
            "/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }, $"top_{Guid.NewGuid()}"));
        Assert.Equal("pending", topup["status"]);
        Assert.StartsWith("T", topup["deposit_address"], StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", topup["qr_data_uri"], StringComparison.Ordinal);
        Assert.Equal("2026-05-19T08:30:00Z", topup["expires_at"]);
        await TestAccount.Ok(account.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));

        var card = await TestAccount.Created(account.Api.Send(AsCurlWouldSend(
            """{ "type": "virtual", "bin": "489517", "load_usd": 300, "wallet_provision": ["apple_pay", "google_pay"] }""")));

        Assert.Equal("live", card["mode"]);
        Assert.Equal("active", card["status"]);
        Assert.Equal("300.00", card.Money("balance_usd"));
        Assert.Equal("6.00", card.Money("rail_fee_usd"));
        Assert.Equal("194.00", card.Money("new_treasury_balance_usd"));
        Assert.Equal("194.00", await account.Treasury());
        Assert.Equal("300.00/0.00", await account.CardMoney(card["id"]));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_load_of_200_costs_4_and_leaves_the_documented_balances(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(487.20m);
        var card = await account.IssueCard();

        var load = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 200 }));

        Assert.Equal("200.00", load.Money("loaded_usd"));
        Assert.Equal("4.00", load.Money("rail_fee_usd"));
        Assert.Equal("200.00", load.Money("new_card_balance_usd"));
        Assert.Equal("283.20", load.Money("new_treasury_balance_usd"));
        Assert.Equal("283.20", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_purchase_is_authorized_captured_and_listed_as_documented(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 300);

        var authorized = await account.Authorize(card, 42.95m);
        Assert.Equal("authorized", authorized["status"]);
        Assert.Equal("00", authorized["auth_response_code"]);
        Assert.Equal("257.05/42.95", await account.CardMoney(card));
        var captured = await account.Capture(authorized["authorization_id"]);
        Assert.Equal("captured", captured["status"]);
        Assert.Equal("257.05/0.00", await account.CardMoney(card));

        var list = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/transactions?status=captured&limit=50"));
        var row = Assert.Single(list.Json.GetProperty("data").EnumerateArray());
        Assert.Equal(captured["id"], row.GetProperty("id").GetString());
        Assert.Equal("42.95", row.GetProperty("amount_usd").GetRawText());
        Assert.Equal("OpenAI", row.GetProperty("merchant").GetProperty("name").GetString());
        Assert.False(list.Json.GetProperty("has_more").GetBoolean());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_top_up_below_200_issues_sandbox_cards(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(50);

        var card = await TestAccount.Ok(account.Api.Get($"/v1/cards/{await account.IssueCard(load: 10)}"));

        Assert.Equal("sandbox", card["mode"]);
        Assert.Equal("39.80", await account.Treasury());
    }

    [DatabaseTheory]
    public async Task A_cancelled_card_returns_its_balance_and_is_gone_for_good(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 300);
        await account.Authorize(card, 100);

        var cancelled = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));

        Assert.Equal("cancelled", cancelled["status"]);
        Assert.Equal("394.00", await account.Treasury());
        Assert.Equal("0.00/100.00", await account.CardMoney(card));
        var load = await account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 10 });
        Assert.Equal((HttpStatusCode.Conflict, "conflict_state"), (load.Status, load.Code));
        await BooksAudit.Check(host.Database);
    }

    // The documented curl call sets no Content-Type, so curl declares the body as a form.
    private static HttpRequestMessage AsCurlWouldSend(string json)
    {
        var content = new StringContent(json, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return new HttpRequestMessage(HttpMethod.Post, "/v1/cards") { Content = content };
    }
}
