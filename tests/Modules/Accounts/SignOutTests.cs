using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class SignOutTests
{
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
    public async Task Requests_that_end_a_session_at_once_get_one_answer_and_leave_one_entry(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await account.SignInAgain();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.Api.Delete("/v1/sessions/current")));

        // A request that arrives after the session has ended has no valid bearer.
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.NoContent || answer.Code == "invalid_credentials", answer.ToString()));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.Single(await ListWalk.Ids(other.Api, "/v1/audit", "&action=account.signed_out"));
    }

    private static Task<Answer> SignIn(TestHost host, string email, string password) =>
        host.Anonymous.Post("/v1/sessions", new { email, password });
}
