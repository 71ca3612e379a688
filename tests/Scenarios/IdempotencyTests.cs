using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

public sealed class IdempotencyTests
{
    private static readonly object Topup = new { amount_usd = 500, asset = "USDT", chain = "tron" };

    [DatabaseTheory]
    public async Task A_repeated_key_answers_the_same_bytes_and_says_so(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var first = await TestAccount.Created(account.Api.Post("/v1/topups", Topup, "one"));
        var second = await TestAccount.Created(account.Api.Post("/v1/topups", Topup, "one"));

        Assert.Equal(first.Body, second.Body);
        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        Assert.NotEqual(first.Header("Request-Id"), second.Header("Request-Id"));
        var list = await TestAccount.Ok(account.Api.Get("/v1/topups"));
        Assert.Single(list.Json.GetProperty("data").EnumerateArray());
    }

    [DatabaseTheory]
    public async Task A_key_is_free_again_after_24_hours(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var first = await TestAccount.Created(account.Api.Post("/v1/topups", Topup, "one"));

        host.Clock.Advance(TimeSpan.FromHours(11));
        await TestAccount.Ok(account.Api.Get("/v1/balance"));
        await host.RunJobs();
        host.Clock.Advance(TimeSpan.FromHours(11));
        await TestAccount.Ok(account.Api.Get("/v1/balance"));
        Assert.Equal(first["id"], (await account.Api.Post("/v1/topups", Topup, "one"))["id"]);
        host.Clock.Advance(TimeSpan.FromHours(2));

        var second = await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 700, asset = "USDT", chain = "bsc" }, "one"));
        Assert.NotEqual(first["id"], second["id"]);
    }

    [DatabaseTheory]
    public async Task A_refusal_decided_on_stored_state_is_remembered(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard();
        var refused = await account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 1000 }, "too-much");
        Assert.Equal((HttpStatusCode.Forbidden, "insufficient_treasury_balance"), (refused.Status, refused.Code));
        await account.Deposit(1000);

        var again = await account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 1000 }, "too-much");

        Assert.Equal(refused.Body, again.Body);
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal("0.00/0.00", await account.CardMoney(card));
    }

    [DatabaseTheory]
    public async Task Two_accounts_may_use_one_key(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var one = await host.SignUp();
        using var two = await host.SignUp();

        var first = await TestAccount.Created(one.Api.Post("/v1/topups", Topup, "shared"));
        var second = await TestAccount.Created(two.Api.Post("/v1/topups", Topup, "shared"));

        Assert.NotEqual(first["id"], second["id"]);
    }

    [DatabaseTheory]
    public async Task A_repeated_sign_up_answers_the_same_session(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var body = new { email = "twice@example.com", password = TestAccount.Password };

        var first = await TestAccount.Created(host.Anonymous.Post("/v1/accounts", body, "sign-up"));
        var second = await TestAccount.Created(host.Anonymous.Post("/v1/accounts", body, "sign-up"));
        var other = await host.Anonymous.Post("/v1/accounts", body with { password = "another-long-password" }, "sign-up");

        Assert.Equal(first.Body, second.Body);
        Assert.Equal((HttpStatusCode.Conflict, "conflict_idempotency_key"), (other.Status, other.Code));
    }

    [DatabaseTheory]
    public async Task A_body_with_another_spelling_of_the_same_values_is_the_same_request(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var first = await TestAccount.Created(account.Api.Post("/v1/topups", """{"amount_usd":500,"asset":"USDT","chain":"tron"}""", "one"));

        var again = await TestAccount.Created(account.Api.Post("/v1/topups", """{ "chain": "tr\u006fn", "asset": "USDT", "amount_usd": 500.00 }""", "one"));
        var other = await account.Api.Post("/v1/topups", """{"amount_usd":500.01,"asset":"USDT","chain":"tron"}""", "one");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal((HttpStatusCode.Conflict, "conflict_idempotency_key"), (other.Status, other.Code));
    }

    [DatabaseTheory]
    public async Task A_reply_that_repeats_the_resource_of_an_event_is_stored_in_few_bytes(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard();
        var metadata = Enumerable.Range(0, 50).ToDictionary(i => $"name-{i}", i => new string((char)('a' + i % 26), 480));
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}", new { metadata }));

        var frozen = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", key: "freeze"));
        var thawed = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze", key: "unfreeze"));
        var frozenAgain = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", key: "freeze"));
        var thawedAgain = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze", key: "unfreeze"));

        Assert.True(frozen.Body.Length > 20_000);
        Assert.Equal(frozen.Body, frozenAgain.Body);
        Assert.Equal(thawed.Body, thawedAgain.Body);
        Assert.Equal("true", frozenAgain.Header("Idempotent-Replayed"));
        Assert.InRange(await DatabaseRows.Number(host.Database, "SELECT SUM(LENGTH(sealed_body)) FROM kernel_reply"), 1, 500);
    }

    [DatabaseTheory]
    public async Task A_key_that_many_calls_send_at_once_executes_one_of_them(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => account.Authorize(card, 1, $"key-{i % 6}")));

        Assert.Equal(6, answers.Select(answer => answer.ToString()).Distinct().Count());
        Assert.Equal(6, answers.Count(answer => answer.Header("Idempotent-Replayed") is null));
        Assert.Equal("94.00/6.00", await account.CardMoney(card));
    }
}
