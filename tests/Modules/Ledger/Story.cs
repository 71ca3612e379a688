using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Tests.Ledger;

// A customer with every kind of money movement in May and July 2026, and none in June.
internal sealed class Story(TestHost host, TestAccount account) : IDisposable
{
    private ApiClient? renewed;

    public ApiClient Api => renewed ?? account.Api;

    public TestAccount Account => account;

    public string Card { get; private set; } = "";

    public static async Task<Story> Tell(TestHost host)
    {
        var story = new Story(host, await host.SignUp());
        await story.May();
        await story.MoveTo(2026, 7, 3);
        await story.July();
        return story;
    }

    // The clock moves past the end of the session, so the customer signs in again.
    public async Task MoveTo(int year, int month, int day)
    {
        host.Clock.Advance(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero) - host.Clock.GetUtcNow());
        await SignIn();
    }

    public async Task SignIn()
    {
        var session = await TestAccount.Created(host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = TestAccount.Password }));
        renewed?.Dispose();
        renewed = new ApiClient(host.Server, session["token"]);
    }

    /// <summary>Every entry of a list, page by page.</summary>
    public async Task<List<JsonElement>> Entries(string query, int limit = 100, string path = "/v1/ledger/entries")
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}?limit={limit}{query}{(cursor is null ? "" : $"&cursor={cursor}")}");
            var answer = await TestAccount.Ok(Api.Get(at));
            var page = answer.Json.TryGetProperty("entries", out var inner) ? inner : answer.Json;
            all.AddRange(page.GetProperty("data").EnumerateArray());
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return all;
    }

    public void Dispose()
    {
        renewed?.Dispose();
        account.Dispose();
    }

    private async Task May()
    {
        await account.Deposit(1000);
        Card = await account.IssueCard(load: 100);
        host.Clock.Advance(TimeSpan.FromSeconds(90));
        var authorization = await account.Authorize(Card, 40);
        await account.Capture(authorization["authorization_id"], 25);
        host.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromHours(14));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{Card}/load", new { amount_usd = 50 }));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{Card}/unload", new { amount_usd = 10 }));

        // The capture exceeds all balances, so the rest becomes a debt.
        var over = await account.Authorize(Card, 5);
        await account.Capture(over["authorization_id"], 2000);
    }

    // The deposit settles the debt first.
    private async Task July()
    {
        var topup = await TestAccount.Created(Api.Post("/v1/topups", new { amount_usd = 3000, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var second = await TestAccount.Created(Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 200 }));
        await TestAccount.Ok(Api.Post($"/v1/cards/{second["id"]}/unload"));
    }
}
