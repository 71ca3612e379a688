using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class CreateAccountTests
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

    private static Task<Answer> SignIn(TestHost host, string email, string password) =>
        host.Anonymous.Post("/v1/sessions", new { email, password });
}
