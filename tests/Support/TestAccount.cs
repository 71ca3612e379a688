using System.Globalization;
using System.Net;
using Xunit;

namespace Cryptocardium.Tests;

/// <summary>An account of a test with intent methods for the calls of a customer. Each method requires success.</summary>
public sealed class TestAccount(TestHost host, ApiClient api, string id, string email) : IDisposable
{
    /// <summary>The password of every test account.</summary>
    public const string Password = "correct-horse-battery-staple";

    /// <summary>The host of the account.</summary>
    public TestHost Host => host;

    /// <summary>A client with this account's session.</summary>
    public ApiClient Api => api;

    /// <summary>The account's id.</summary>
    public string Id => id;

    /// <summary>The account's e-mail.</summary>
    public string Email => email;

    /// <summary>The same account with a new session, for use after the clock has passed the expiry of the old one.</summary>
    public async Task<TestAccount> SignInAgain()
    {
        var session = await Created(host.Anonymous.Post("/v1/sessions", new { email, password = Password }));
        return new TestAccount(host, new ApiClient(host.Server, session["token"]), id, email);
    }

    /// <summary>Creates a top-up and simulates its confirmed deposit.</summary>
    public async Task<Answer> Deposit(decimal amount, string chain = "tron")
    {
        var topup = await Created(api.Post("/v1/topups", new { amount_usd = amount, asset = "USDT", chain }));
        var paid = await Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        Assert.Equal("completed", paid["status"]);
        return paid;
    }

    /// <summary>Issues a virtual card and returns its id.</summary>
    public async Task<string> IssueCard(decimal? load = null, string bin = "489517")
    {
        var card = await Created(api.Post(
            "/v1/cards", load is null ? new { type = "virtual", bin } : new { type = "virtual", bin, load_usd = load }));
        return card["id"];
    }

    /// <summary>Simulates an authorization. Approved or declined, the response is a transaction.</summary>
    public Task<Answer> Authorize(string card, decimal amount, string? key = null) => Created(api.Post(
        "/v1/simulate/authorizations",
        new { card_id = card, amount_usd = amount, merchant = new { name = "OpenAI", mcc = "7372" } }, key));

    /// <summary>Simulates a capture of an authorization.</summary>
    public Task<Answer> Capture(string authorization, decimal? amount = null, bool final = true) => Created(api.Post(
        $"/v1/simulate/authorizations/{authorization}/capture",
        amount is null ? new { final } : new { amount_usd = amount, final }));

    /// <summary>Sends a merge patch, as an object or as JSON.</summary>
    public Task<Answer> Patch(string path, object body) => api.Send(HttpMethod.Patch, path, body);

    /// <summary>The available balance of the treasury.</summary>
    public async Task<string> Treasury() => (await Ok(api.Get("/v1/balance"))).Money("available_usd");

    /// <summary>Balance and hold of a card: <c>300.00/0.00</c>.</summary>
    public async Task<string> CardMoney(string card)
    {
        var answer = await Ok(api.Get($"/v1/cards/{card}"));
        return string.Create(CultureInfo.InvariantCulture, $"{answer.Money("balance_usd")}/{answer.Money("held_usd")}");
    }

    /// <inheritdoc/>
    public void Dispose() => api.Dispose();

    /// <summary>Requires status 200.</summary>
    public static async Task<Answer> Ok(Task<Answer> call) => Is(HttpStatusCode.OK, await call);

    /// <summary>Requires status 201.</summary>
    public static async Task<Answer> Created(Task<Answer> call) => Is(HttpStatusCode.Created, await call);

    private static Answer Is(HttpStatusCode expected, Answer answer)
    {
        Assert.True(answer.Status == expected, $"Expected {(int)expected}: {answer}");
        return answer;
    }
}
