using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("get_authorization")]
public sealed class ListAuthorizationsTests
{
    [DatabaseTheory]
    public async Task Authorizations_are_listed_by_how_far_they_have_come(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var ids = new Dictionary<string, string>
        {
            ["pending"] = (await account.Authorize(card, 10))["authorization_id"],
            ["closed"] = (await account.Authorize(card, 10))["authorization_id"],
            ["reversed"] = (await account.Authorize(card, 10))["authorization_id"],
            ["expired"] = (await account.Authorize(card, 10))["authorization_id"],
            ["declined"] = (await account.Authorize(card, 1000))["authorization_id"],
        };
        await account.Capture(ids["closed"], 4);
        await Send(account, $"authorizations/{ids["reversed"]}/reverse", null);
        await Send(account, $"authorizations/{ids["expired"]}/expire", null);

        foreach (var (status, id) in ids)
        {
            var page = await TestAccount.Ok(account.Api.Get($"/v1/authorizations?status={status}"));
            Assert.Equal(id, page.Json.GetProperty("data").EnumerateArray().Single().GetProperty("id").GetString());
            Assert.Equal(status, (await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{id}")))["status"]);
        }

        Assert.Equal([ids["declined"]], Ids(await TestAccount.Ok(account.Api.Get("/v1/authorizations?amount_min=10.01"))));
        Assert.Equal(4, Ids(await TestAccount.Ok(account.Api.Get("/v1/authorizations?amount_max=10&mcc=7372&merchant_name=OpenAI"))).Count());
        Assert.Empty(Ids(await TestAccount.Ok(account.Api.Get("/v1/authorizations?mcc=5411"))));
        Assert.Empty(Ids(await TestAccount.Ok(account.Api.Get("/v1/authorizations?merchant_name=Shop"))));
        Assert.All(
            (await TestAccount.Ok(account.Api.Get("/v1/authorizations"))).Json.GetProperty("data").EnumerateArray(),
            row => Assert.False(row.TryGetProperty("transactions", out _)));
        var newest = await TestAccount.Ok(account.Api.Get("/v1/authorizations?limit=2"));
        Assert.Equal([ids["declined"], ids["expired"]], Ids(newest));
        var next = await TestAccount.Ok(account.Api.Get($"/v1/authorizations?limit=2&cursor={newest["next_cursor"]}"));
        Assert.Equal([ids["reversed"], ids["closed"]], Ids(next));
        using var stranger = await host.SignUp();
        Assert.Equal("resource_not_found", (await stranger.Api.Get($"/v1/authorizations/{ids["closed"]}")).Code);
        Assert.Empty(Ids(await TestAccount.Ok(stranger.Api.Get("/v1/authorizations"))));
    }

    [DatabaseTheory]
    public async Task An_authorization_shows_its_first_hundred_transactions_and_totals_of_all(Engine engine)
    {
        const int Increments = 101;
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var purchase = await account.Authorize(await account.IssueCard(load: 100), 10);
        var id = purchase["authorization_id"];
        for (var i = 0; i < Increments; i++)
        {
            await Send(account, $"authorizations/{id}/increment", new { amount_usd = 0.01 });
        }

        var shown = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{id}"));
        var all = await ListWalk.Ids(account.Api, "/v1/transactions", $"&sort=created_at&authorization_id={id}", limit: 50);

        Assert.Equal("11.01", shown.Money("authorized_usd"));
        Assert.Equal(Increments + 1, all.Count);
        Assert.Equal(
            all.Take(100), shown.Json.GetProperty("transactions").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
    }

    private static IEnumerable<string?> Ids(Answer page) =>
        page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString());

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));
}
