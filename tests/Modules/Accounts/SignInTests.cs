using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class SignInTests
{
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

    private static Task<Answer> SignIn(TestHost host, string email, string password) =>
        host.Anonymous.Post("/v1/sessions", new { email, password });
}
