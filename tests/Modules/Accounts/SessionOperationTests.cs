using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class SessionOperationTests
{
    [DatabaseTheory]
    public async Task An_email_opens_one_account_whatever_its_letter_case(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await TestAccount.Created(host.Anonymous.Post("/v1/accounts", new { email = "Ada@Example.com", password = TestAccount.Password }));

        var again = await host.Anonymous.Post("/v1/accounts", new { email = "ada@example.COM", password = TestAccount.Password });

        Assert.Equal((HttpStatusCode.Conflict, "email_taken", "email"), (again.Status, again.Code, again.Param));
        var session = await SignIn(host, "ADA@example.com", TestAccount.Password);
        Assert.Equal(HttpStatusCode.Created, session.Status);
    }

    [DatabaseTheory]
    public async Task Wrong_password_and_unknown_email_get_the_same_answer(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var wrong = await SignIn(host, account.Email, "not-the-password");
        var unknown = await SignIn(host, "nobody@example.com", "not-the-password");

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_login"), (wrong.Status, wrong.Code));
        Assert.Equal((wrong.Status, wrong.Code, wrong.Param), (unknown.Status, unknown.Code, unknown.Param));
        Assert.Equal(wrong["message"], unknown["message"]);
    }

    [DatabaseTheory]
    public async Task Guessing_is_slowed_and_the_owner_gets_in_again(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("invalid_login", (await SignIn(host, account.Email, "not-the-password")).Code);
        }

        var slowed = await SignIn(host, account.Email, TestAccount.Password);
        Assert.Equal(("rate_limited", "6"), (slowed.Code, slowed.Header("Retry-After")));

        host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Created, (await SignIn(host, account.Email, TestAccount.Password)).Status);
    }

    [DatabaseTheory]
    public async Task Signing_out_ends_this_session_at_once_and_no_other(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var second = await SignIn(host, account.Email, TestAccount.Password);
        using var other = new ApiClient(host.Server, second["token"]);
        await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));

        Assert.Equal(HttpStatusCode.NoContent, (await account.Api.Delete("/v1/sessions/current")).Status);

        Assert.Equal("invalid_credentials", (await account.Api.Get("/v1/accounts/me")).Code);
        await TestAccount.Ok(other.Get("/v1/accounts/me"));
    }

    [DatabaseTheory]
    public async Task A_session_expires_twelve_hours_after_its_last_use(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        host.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));
        await host.RunJobs();
        host.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));
        host.Clock.Advance(TimeSpan.FromHours(12));

        var answer = await account.Api.Get("/v1/accounts/me");
        Assert.Equal((419, "session_expired"), ((int)answer.Status, answer.Code));
    }

    [DatabaseTheory]
    public async Task The_credential_tells_what_it_is_and_what_it_may(Engine engine)
    {
        await using var host = await TestHost.Start(engine, "--RateLimits:Scale=1");
        using var account = await host.SignUp();

        var credential = await TestAccount.Ok(account.Api.Get("/v1/credentials/current"));

        Assert.Equal(("session", account.Id, "sandbox"), (credential["type"], credential["account_id"], credential["mode"]));
        Assert.Equal("2026-05-19T19:30:00Z", credential["expires_at"]);
        Assert.Equal(
            "1:60 60:1000 86400:50000",
            string.Join(' ', credential.Json.GetProperty("rate_limits").EnumerateArray().Select(
                limit => $"{limit.GetProperty("window_seconds")}:{limit.GetProperty("limit")}")));
    }

    [DatabaseTheory]
    public async Task The_status_names_the_adapter_of_every_rail(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        var status = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));

        Assert.Equal("operational", status["status"]);
        Assert.Equal(
            "card_issuer/live card_issuer/sandbox chain/live chain/sandbox",
            string.Join(' ', status.Json.GetProperty("components").EnumerateArray().Select(
                part => $"{part.GetProperty("rail").GetString()}/{part.GetProperty("mode").GetString()}")));
    }

    private static Task<Answer> SignIn(TestHost host, string email, string password) =>
        host.Anonymous.Post("/v1/sessions", new { email, password });
}
