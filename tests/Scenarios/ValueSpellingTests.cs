using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Values that can be written in several ways.
public sealed class ValueSpellingTests
{
    [Theory]
    [InlineData("500", "500.00")]
    [InlineData("500.0", "500.00")]
    [InlineData("500.000", "500.00")]
    [InlineData("500.1000000", "500.10")]
    public async Task An_amount_is_judged_by_its_value(string amount, string stored)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUp();

        var topup = await TestAccount.Created(account.Api.Post("/v1/topups", $$"""{"amount_usd":{{amount}},"asset":"USDT","chain":"tron"}"""));

        Assert.Equal(stored, topup.Money("amount_usd"));
    }

    [DatabaseTheory]
    public async Task A_price_in_dollars_is_exchanged_at_one_without_markup(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);

        var bought = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", new
        {
            card_id = card,
            merchant_amount = "42.5",
            merchant_currency = "USD",
            merchant = new { name = "OpenAI", mcc = "7372" },
        }));
        var captured = await account.Capture(bought["authorization_id"]);

        Assert.Equal(("42.50", "42.50"), (bought.Money("amount_usd"), captured.Money("amount_usd")));
        var fx = bought.Json.GetProperty("fx");
        Assert.Equal(("1", "0.00"), (fx.GetProperty("rate").GetString(), fx.GetProperty("markup_usd").GetRawText()));
        Assert.Equal("57.50/0.00", await account.CardMoney(card));
        await BooksAudit.Check(host.Database);
    }

    [Theory]
    [InlineData("pass\ufb01le-l\u00e9gant-2026", "passfile-le\u0301gant-2026")]
    [InlineData("\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44-long-enough", "password-long-enough")]
    public async Task A_password_is_the_same_however_it_was_typed(string atSignUp, string atSignIn)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        await TestAccount.Created(host.Anonymous.Post("/v1/accounts", new { email = "typed@example.com", password = atSignUp }));

        Assert.Equal(HttpStatusCode.Created, (await SignIn(host, atSignIn)).Status);
        Assert.Equal(HttpStatusCode.Created, (await SignIn(host, atSignUp)).Status);
        Assert.Equal("invalid_login", (await SignIn(host, $"{atSignUp}\u0301")).Code);
    }

    [Theory]
    [InlineData("2026-05-19T07:30:00Z", 200)]
    [InlineData("2026-05-19T07:30:00.123456Z", 200)]
    [InlineData("2026-05-19T09:30:00%2B02:00", 200)]
    [InlineData("2026-05-19T01:00:00.5-06:30", 200)]
    [InlineData("2026-05-19", 400)]
    [InlineData("2026-05-19T07:30Z", 400)]
    [InlineData("2026-05-19T07:30:00", 400)]
    [InlineData("2026-02-30T07:30:00Z", 400)]
    public async Task An_instant_has_a_zone_and_an_optional_fraction(string instant, int status)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUpWith(500);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await account.Deposit(300);

        var answer = await account.Api.Get($"/v1/topups?created_after={instant}");

        Assert.Equal((HttpStatusCode)status, answer.Status);
        Assert.True(status != 200 || answer.Json.GetProperty("data").GetArrayLength() == 1, answer.ToString());
    }

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=utf8")]
    public async Task A_merge_patch_names_its_type(string type)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/v1/cards/{card}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"label":"Büro + \"Reise\""}""")) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } },
        };

        var answer = await account.Api.Send(request);

        // Text in answers is escaped no more than JSON requires.
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Büro + \\\"Reise\\\"", answer.ToString(), StringComparison.Ordinal);
    }

    private static Task<Answer> SignIn(TestHost host, string password) =>
        host.Anonymous.Post("/v1/sessions", new { email = "typed@example.com", password });
}
